using System.Diagnostics;

namespace Sekisho.Tests.Sanitizing.Files;

/// <summary>Runs a program of the system in a folder of its own, for files made by others.</summary>
internal static class SomeTool
{
    internal static string Folder()
    {
        var folder = Path.Combine(Path.GetTempPath(), "sekisho-" + Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        return folder;
    }

    internal static void Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = folder;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(120_000)) process.Kill(true);
        errors.GetAwaiter().GetResult();
    }
}

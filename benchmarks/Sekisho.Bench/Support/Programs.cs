using System.Diagnostics;

namespace Sekisho.Bench.Support;

/// <summary>Programs of the system, for files made by others and for looking at results with other eyes.</summary>
internal static class Programs
{
    /// <summary>What the program said on its output, whatever its exit status.</summary>
    public static (int Exit, string Output) Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }

    /// <exception cref="InvalidOperationException">The program ended with an error.</exception>
    public static void Must(string folder, string program, params string[] arguments)
    {
        var (exit, output) = Run(folder, program, arguments);
        if (exit != 0) throw new InvalidOperationException(program + " " + string.Join(' ', arguments) + ": " + output);
    }

    public static bool Has(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(p => File.Exists(Path.Combine(p, program)));

    /// <summary>LibreOffice with a profile of its own beside the files.</summary>
    public static void Convert(string folder, string to, string into, params string[] files)
    {
        if (files.Length > 0) Must(folder, "soffice", ["--headless", "-env:UserInstallation=" + new Uri(Path.GetFullPath(Path.Combine(folder, "..", "profile"))).AbsoluteUri, "--convert-to", to, "--outdir", into, .. files]);
    }
}

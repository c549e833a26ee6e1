using System.Diagnostics;

namespace Sekisho.Architecture.Support;

/// <summary>The checkout the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Text(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    /// <summary>Source files below a folder, without build output, as paths relative to the root.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] endings) =>
        Directory.Exists(Path.Combine(Root, folder))
            ? [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Root, f))
                .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal)
                    && !f.Contains("/vendor/", StringComparison.Ordinal) && !f.Contains("/node_modules/", StringComparison.Ordinal)
                    && endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Every file git tracks or would track.</summary>
    public static IReadOnlyList<string> Tracked()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Root, "-c", "safe.directory=*", "ls-files", "-co", "--exclude-standard", "-z"])
        { RedirectStandardOutput = true })!;
        var names = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
        return [.. names.Where(n => File.Exists(Path.Combine(Root, n)))];
    }

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Sekisho.slnx"))) return at.FullName;
        throw new InvalidOperationException("Sekisho.slnx was not found above the tests.");
    }
}

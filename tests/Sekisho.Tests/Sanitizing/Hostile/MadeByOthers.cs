using System.Diagnostics;
using System.Globalization;

namespace Sekisho.Tests.Sanitizing.Hostile;

/// <summary>
/// A hostile file that a program of somebody else makes when it is asked for: a line of tests/hostile/cases.tsv. What is active or hidden in it says <see cref="Marker"/>, or calls
/// the port it was given, so that nobody has to know the format to see whether it is still there.
/// </summary>
/// <param name="File">Name of the file made.</param>
/// <param name="Programs">What must be installed.</param>
/// <param name="Command">Shell commands; the words of make.sh may be used.</param>
/// <param name="IsInTests">Quick enough to be made in the tests; all are made by the benchmark.</param>
internal sealed record MadeByOthers(string File, IReadOnlyList<string> Programs, string Command, bool IsInTests)
{
    internal const string Marker = "SEKISHO-EVIL";

    private static string Source { get; } = Path.Combine(Root(), "tests", "hostile");

    internal static IReadOnlyList<MadeByOthers> All { get; } =
        [.. System.IO.File.ReadLines(Path.Combine(Source, "cases.tsv")).Skip(1).Select(l => l.Split('\t')).Select(c => new MadeByOthers(c[0], c[1].Split(' '), c[2], c is [_, _, _, "quick"]))];

    /// <summary>A program is missing otherwise.</summary>
    internal bool CanBeMade => Programs.All(p => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(d => System.IO.File.Exists(Path.Combine(d, p))));

    /// <summary>Makes it in a folder of its own below <paramref name="work"/> and puts it into <paramref name="into"/>.</summary>
    /// <exception cref="InvalidOperationException">The program made nothing.</exception>
    internal string Make(string work, string into, int port)
    {
        var own = Directory.CreateDirectory(Path.Combine(work, "make-" + File)).FullName;
        var made = Path.Combine(into, File);
        var start = new ProcessStartInfo("timeout", ["120", "bash", "-euc", ". \"$SRC/make.sh\"; eval \"$0\"", Command]) { WorkingDirectory = own, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (key, value) in (ReadOnlySpan<(string, string)>)[("SRC", Source), ("NAME", File), ("PORT", port.ToString(CultureInfo.InvariantCulture)), ("OUT", made), ("PROFILE", Path.Combine(work, "office")), ("HOME", own)]) start.Environment[key] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var said = errors.GetAwaiter().GetResult();
        return new FileInfo(made) is { Exists: true, Length: > 0 } ? made : throw new InvalidOperationException(File + " was not made: " + said);
    }

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (System.IO.File.Exists(Path.Combine(at.FullName, "Sekisho.slnx"))) return at.FullName;
        throw new InvalidOperationException("Not run inside the repository.");
    }
}

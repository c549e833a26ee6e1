namespace Sekisho.Tests.Support;

/// <summary>
/// The read-only material beside the repository ("../shared"). It is no part of a clone: where it is absent the tests that need it are skipped
/// with a reason; where it is present they run, and a missing file inside it is a failure.
/// </summary>
internal static class SharedFiles
{
    /// <summary>The repository root: the folder with Sekisho.slnx above the running tests.</summary>
    public static string RepositoryRoot { get; } = FindRepositoryRoot();
    /// <summary>The "shared" folder beside the repository, whether it exists or not.</summary>
    public static string Root { get; } = System.IO.Path.Combine(Directory.GetParent(RepositoryRoot)?.FullName ?? RepositoryRoot, "shared");
    public static bool Exists => Directory.Exists(System.IO.Path.Combine(Root, "packs"));
    /// <summary>Null when the material is there; else the sentence a skipped test shows.</summary>
    public static string? SkipReason => Exists ? null : "The folder \"shared\" beside the repository is not here; this test reads it.";

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);
    public static string ReadText(params string[] parts) => File.ReadAllText(Path(parts));

    /// <summary>The data rows of a TSV file of ours (UTF-8, LF, no quotes), each by column name; the header line is not a row.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> ReadTsv(params string[] parts)
    {
        var lines = ReadText(parts).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split('\t');
        return [.. lines.Skip(1).Select(line => line.Split('\t'))
            .Select(cells => names.Select((name, i) => (name, i)).ToDictionary(c => c.name, c => cells[c.i], StringComparer.Ordinal))];
    }

    private static string FindRepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Sekisho.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException("No folder with Sekisho.slnx above " + AppContext.BaseDirectory);
    }
}

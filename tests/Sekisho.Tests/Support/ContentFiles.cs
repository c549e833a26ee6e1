using Sekisho.Conformity.Packs;

namespace Sekisho.Tests.Support;

/// <summary>The repository's own content and corpus, read from the working tree.</summary>
internal static class ContentFiles
{
    private static readonly Lazy<ControlCatalogue> Shared = new(() =>
    {
        var reading = PackReader.ReadControls(Packs("content"));
        reading.Problems.ShouldBeEmpty();
        return reading.Value!;
    });

    public static string Root { get; } = Find();
    public static ControlCatalogue Catalogue => Shared.Value;

    /// <summary>Every file of a folder that packs are made of.</summary>
    public static IReadOnlyList<PackFile> Packs(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) || f.EndsWith(".pending", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => new PackFile(Path.GetRelativePath(Root, f).Replace('\\', '/'), File.ReadAllText(f)))];

    public static Pack Pack(string code) =>
        PackReader.ReadPack(Packs("content").Single(f => f.Path.EndsWith($"/{code}/pack.yaml", StringComparison.Ordinal)), Catalogue).Value!;

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Sekisho.slnx"))) return at.FullName;
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}

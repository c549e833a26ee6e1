using System.Reflection.Metadata;
using Sekisho.Architecture.Support;

namespace Sekisho.Architecture.Sizes;

/// <summary>The size budget of the style guide: small files, short methods; tables are named with their reason.</summary>
public sealed class SizeTests
{
    private static readonly string[] Tables = [.. Repository.Text("tests/Sekisho.Architecture/approved/large-files.txt")
        .Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')[0])];

    [Fact]
    public void Files_stay_small()
    {
        var lengths = Repository.Files("src", ".cs").Concat(Repository.Files("src", ".razor"))
            .ToDictionary(f => f, f => File.ReadLines(Path.Combine(Repository.Root, f)).Count(), StringComparer.Ordinal);
        TooLarge(lengths).ShouldBeEmpty();
        var sorted = lengths.Values.Order().ToArray();
        sorted[sorted.Length / 2].ShouldBeLessThanOrEqualTo(70);
        sorted[(int)(sorted.Length * 0.9)].ShouldBeLessThanOrEqualTo(220);
    }

    [Fact]
    public void A_planted_large_file_is_found() =>
        TooLarge(new Dictionary<string, int> { ["src/Sekisho.Gate/Everything.cs"] = 401 }).ShouldHaveSingleItem();

    [Fact]
    public void Methods_stay_short()
    {
        var spans = Repository.Files("src", ".csproj").Select(f => Path.GetFileNameWithoutExtension(f))
            .SelectMany(p => MethodSpans(Path.Combine(AppContext.BaseDirectory, (p == "Sekisho" ? "sekisho" : p) + ".pdb"))).Order().ToArray();
        spans.Length.ShouldBeGreaterThan(500);
        spans[(int)(spans.Length * 0.9)].ShouldBeLessThanOrEqualTo(25);
        (spans.Count(s => s > 50) / (double)spans.Length).ShouldBeLessThan(0.015);
    }

    private static IEnumerable<string> TooLarge(IReadOnlyDictionary<string, int> lengths) =>
        lengths.Where(f => f.Value > 400 && !Tables.Contains(f.Key)).Select(f => f.Key + ": " + f.Value);

    private static IEnumerable<int> MethodSpans(string pdb)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(pdb));
        var md = provider.GetMetadataReader();
        foreach (var handle in md.MethodDebugInformation)
        {
            var info = md.GetMethodDebugInformation(handle);
            if (info.Document.IsNil || !md.GetString(md.GetDocument(info.Document).Name).EndsWith(".cs", StringComparison.Ordinal)) continue;
            if (md.GetString(md.GetDocument(info.Document).Name).Contains("/obj/", StringComparison.Ordinal)) continue;
            var lines = info.GetSequencePoints().Where(p => !p.IsHidden).ToArray();
            if (lines.Length > 0) yield return lines.Max(p => p.EndLine) - lines.Min(p => p.StartLine) + 1;
        }
    }
}

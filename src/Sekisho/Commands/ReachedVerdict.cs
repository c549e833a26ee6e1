namespace Sekisho.Commands;

/// <summary>One line a journey wrote: the verdict of a control and a fact that said so.</summary>
internal sealed record ReachedVerdict(string Control, string Verdict, string Fact, string Journey)
{
    /// <summary>Every line of every file; the header line and lines with another number of columns are left out.</summary>
    internal static IReadOnlyList<ReachedVerdict> ReadAll(string folder) =>
        [.. Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(l => l.Split('\t'))
            .Where(c => c.Length == 4 && c[0] != "control_id").Select(c => new ReachedVerdict(c[0], c[1], c[2], c[3]))];
}

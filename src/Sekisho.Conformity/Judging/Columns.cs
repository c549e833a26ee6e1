using Sekisho.Kernel.Verdicts;

namespace Sekisho.Conformity.Judging;

/// <summary>Cells by unit or organ, and the worst of several.</summary>
internal static class Columns
{
    public static readonly IReadOnlyDictionary<string, Cell> Nothing = new Dictionary<string, Cell>(StringComparer.Ordinal);

    /// <summary>The worst verdict with one count for the whole; null when there is no cell.</summary>
    public static Cell? Worst(IEnumerable<Cell> cells)
    {
        var all = cells.ToList();
        return VerdictNames.Worst(all.Select(c => c.Verdict)) is { } worst ? Cell.One(worst, all.Any(c => c.IsStatement)) : null;
    }

    public static Dictionary<string, Cell> Merge(IEnumerable<IReadOnlyDictionary<string, Cell>> columns) =>
        columns.SelectMany(c => c).GroupBy(p => p.Key, p => p.Value, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Worst(g)!, StringComparer.Ordinal);

    /// <summary>The worst verdict, counting each cell once.</summary>
    public static Cell? Counted(IEnumerable<Cell> cells)
    {
        var all = cells.ToList();
        return VerdictNames.Worst(all.Select(c => c.Verdict)) is { } worst
            ? new Cell(worst, all.Sum(c => c.Good), all.Sum(c => c.Total), all.Any(c => c.IsStatement)) : null;
    }
}

using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Comparing;

/// <summary>Where each clause of the older edition is in the newer one. A clause without words of its own goes where most of what stands below it went.</summary>
public sealed class MovedPaths
{
    private readonly Dictionary<ClauseRef, AlignedClauses> rows = [];
    private readonly ParsedPolicy older;
    private readonly ParsedPolicy newer;

    public MovedPaths(ParsedPolicy older, ParsedPolicy newer)
    {
        (this.older, this.newer) = (older, newer);
        Rows = EditionComparison.Compare(older, newer);
        foreach (var row in Rows)
            foreach (var clause in row.Old) rows[clause.Path] = row;
    }

    /// <summary>The comparison in the order of the newer edition.</summary>
    public IReadOnlyList<AlignedClauses> Rows { get; }

    /// <summary>The row a clause of the older edition stands in; null for one without words of its own.</summary>
    public AlignedClauses? RowOf(ClauseRef path) => rows.GetValueOrDefault(path);

    /// <summary>The new places; empty when the clause is gone, or was never there.</summary>
    public IReadOnlyList<ClauseRef> PlacesOf(ClauseRef path)
    {
        if (rows.TryGetValue(path, out var row)) return [.. row.New.Select(c => c.Path)];
        if (older.Find(path) is not { } heading) return newer.Find(path) is null ? [] : [path];
        var depth = path.Segments.Count;
        var votes = heading.Children.SelectMany(c => PlacesOf(c.Path)).Where(p => p.Segments.Count > depth - 1).Select(p => Cut(p, depth)).OfType<ClauseRef>()
            .GroupBy(p => p).OrderByDescending(g => g.Count()).ThenBy(g => g.Key == path ? 0 : 1).ToList();
        return votes.Count > 0 ? [votes[0].Key] : newer.Find(path) is { } same && same.Level == heading.Level && same.Caption == heading.Caption ? [path] : [];
    }

    private ClauseRef? Cut(ClauseRef place, int depth)
    {
        var segments = place.Segments;
        return segments.Count < depth ? null : ClauseRef.Of([.. segments.Take(depth)]) is var cut && newer.Find(cut) is not null ? cut : null;
    }
}

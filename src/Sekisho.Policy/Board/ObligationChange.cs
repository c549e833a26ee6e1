using Sekisho.Conformity.Judging;

namespace Sekisho.Policy.Board;

/// <summary>One obligation in one column at two moments; null = it had nothing to do with the column then.</summary>
public sealed record ObligationChange(ObligationResult? Now, Cell? Cell, ObligationResult? Then, Cell? Before)
{
    public ObligationResult Any => Now ?? Then!;

    /// <summary>What differs between two results of an article.</summary>
    public static IReadOnlyList<ObligationChange> Between(ArticleResult? before, ArticleResult? after, BoardColumn column)
    {
        var old = (before?.Obligations ?? []).ToDictionary(o => o.Obligation.Id, StringComparer.Ordinal);
        var found = new List<ObligationChange>();
        foreach (var now in after?.Obligations ?? [])
        {
            old.Remove(now.Obligation.Id, out var then);
            Add(now, then);
        }
        foreach (var gone in old.Values) Add(null, gone);
        return found;

        void Add(ObligationResult? now, ObligationResult? then)
        {
            var (cell, earlier) = (now is null ? null : BoardColumns.CellOf(now, column), then is null ? null : BoardColumns.CellOf(then, column));
            if (cell?.Verdict != earlier?.Verdict) found.Add(new ObligationChange(now, cell, then, earlier));
        }
    }
}

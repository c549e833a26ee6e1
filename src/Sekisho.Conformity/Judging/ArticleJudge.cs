using Sekisho.Conformity.Packs;
using Sekisho.Kernel.Clauses;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Conformity.Judging;

/// <summary>Obligations to articles: the worst in each column, with 推奨が未達 for recommendations (shared rule 6).</summary>
internal static class ArticleJudge
{
    public static IReadOnlyList<ArticleResult> Judge(JudgeInput input, Structure structure, IReadOnlyList<ObligationResult> obligations)
    {
        var rows = new SortedDictionary<ClauseRef, List<ObligationResult>>();
        foreach (var obligation in obligations)
            foreach (var article in obligation.Obligation.Articles)
            {
                if (!rows.TryGetValue(article, out var list)) rows[article] = list = [];
                list.Add(obligation);
            }
        return [.. rows.Select(r => One(r.Key, r.Value))];
    }

    private static ArticleResult One(ClauseRef path, List<ObligationResult> obligations)
    {
        var city = Columns.Counted(obligations.Select(o => Softened(o, o.City)))!;
        return new ArticleResult(path, city, Merge(obligations, o => o.Organs), Merge(obligations, o => o.Units),
            VerdictNames.Worst(obligations.Select(BaseOf).OfType<Verdict>()),
            obligations.Any(o => IsRecommendation(o) && o.City.Verdict == Verdict.NonConforming), obligations);
    }

    private static Dictionary<string, Cell> Merge(List<ObligationResult> obligations, Func<ObligationResult, IReadOnlyDictionary<string, Cell>> cells) =>
        obligations.SelectMany(o => cells(o).Select(p => (p.Key, Cell: Softened(o, p.Value))))
            .GroupBy(p => p.Key, p => p.Cell, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Columns.Counted(g)!, StringComparer.Ordinal);

    /// <summary>A recommendation that is not met counts as partly met for its article.</summary>
    private static Cell Softened(ObligationResult obligation, Cell cell) =>
        IsRecommendation(obligation) && cell.Verdict == Verdict.NonConforming ? cell with { Verdict = Verdict.Partial } : cell;

    private static bool IsRecommendation(ObligationResult o) => o.Obligation.Strength is Strength.Should or Strength.May;

    /// <summary>The verdict without the controls that come last (shared rule 9); null when no other is bound.</summary>
    private static Verdict? BaseOf(ObligationResult obligation)
    {
        if (obligation.Common is not null) return obligation.City.Verdict;
        var others = obligation.Controls.Where(c => (c.Control.Rule?.Order ?? 0) == 0).ToList();
        if (others.Count == obligation.Controls.Count) return Softened(obligation, obligation.City).Verdict;
        return VerdictNames.Worst(others.Select(c => c.City.Verdict));
    }
}

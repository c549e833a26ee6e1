using Sekisho.Conformity.Judging;
using Sekisho.Kernel.Facts;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Policy.Board;

/// <summary>Which articles' verdicts the ledger must be told: those that changed, and each once a day (rule T2).</summary>
internal static class ArticleVerdicts
{
    /// <summary>Once a day, an hour early: the check of the checks asks for 24 hours and must not flicker at the edge.</summary>
    private static readonly TimeSpan Daily = TimeSpan.FromHours(23);
    private static readonly string NotApplicable = Verdict.NotApplicable.Code();

    /// <param name="last">The last record of every article ever told.</param>
    public static IReadOnlyList<ClauseVerdictComputed> Due(JudgeResult result, string documentId, IReadOnlyDictionary<string, LastVerdict> last, DateTimeOffset now)
    {
        var due = new List<ClauseVerdictComputed>();
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var article in result.Articles)
        {
            var path = article.Path.ToString();
            paths.Add(path);
            var fact = Of(result, article, documentId, last.GetValueOrDefault(path), now);
            // A control that turns green inside an article that stays unknown is a change too: the ledger must be able to show the day.
            if (!last.TryGetValue(path, out var before) || before.Verdict != fact.Verdict || before.Base != fact.BaseVerdict
                || before.Detail != LastVerdict.DetailOf(fact.ObligationVerdicts, fact.ControlVerdicts) || now - before.At >= Daily) due.Add(fact);
        }
        due.AddRange(last.Where(l => !paths.Contains(l.Key) && l.Value.Base != NotApplicable).Select(l => Closed(result, documentId, l.Key, now)));
        return due;
    }

    /// <summary>The judge could not answer. Said once; the next answer replaces it.</summary>
    public static IReadOnlyList<ClauseVerdictComputed> Failed(
        IReadOnlyDictionary<string, LastVerdict> last, IReadOnlyDictionary<string, string?> documents, long leafCount, DateTimeOffset now) =>
        [.. last.Where(l => l.Value.Base is not FailedBase && l.Value.Base != NotApplicable && documents.ContainsKey(l.Key)).Select(l => new ClauseVerdictComputed(
            documents[l.Key], l.Key, Verdict.Unmeasurable.Code(), FailedBase, [], [], null, null, leafCount, now))];

    private const string FailedBase = "failed";

    private static ClauseVerdictComputed Of(JudgeResult result, ArticleResult article, string documentId, LastVerdict? before, DateTimeOffset now)
    {
        var unknown = article.Base == Verdict.Unknown && !WaitsForFunctions(article);
        return new ClauseVerdictComputed(documentId, article.Path.ToString(), article.City.Verdict.Code(), (article.Base ?? Verdict.NotApplicable).Code(),
            FactList.From(article.Obligations.Select(o => o.Obligation.Id + "=" + o.City.Verdict.Code())),
            FactList.From(article.Obligations.SelectMany(o => o.Controls).DistinctBy(c => c.Control.Id).Select(c => c.Control.Id + "=" + c.City.Verdict.Code())),
            unknown ? before?.UnknownSince ?? now : null, result.InputDigest.Hex, result.LeafCount, now);
    }

    /// <summary>A revision took the article away: its last word must not count as late for ever.</summary>
    private static ClauseVerdictComputed Closed(JudgeResult result, string documentId, string path, DateTimeOffset now) =>
        new(documentId, path, NotApplicable, NotApplicable, [], [], null, result.InputDigest.Hex, result.LeafCount, now);

    /// <summary>True when everything unknown in the article only waits for a function that is not built yet: nobody can be late with that.</summary>
    internal static bool WaitsForFunctions(ArticleResult article) => article.Obligations.Where(o => o.City.Verdict == Verdict.Unknown)
        .All(o => o.Common is null && o.Controls.Where(c => c.City.Verdict == Verdict.Unknown)
            .All(c => c.Common?.Key is ReasonKeys.NoProducer or ReasonKeys.NoRule));
}

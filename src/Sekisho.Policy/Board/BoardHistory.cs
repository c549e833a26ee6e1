using Sekisho.Conformity.Judging;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Ledger;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Board;

/// <summary>How one article stood in one column day by day, judged anew for the end of each day from the leaves, the pack and the values of that day.</summary>
internal sealed class BoardHistory(ConformityState state, PackLibrary packs, LedgerReader ledger, TimeProvider time)
{
    public const int MostDays = 366;

    /// <param name="column">The units as they are now.</param>
    /// <param name="days">How far back, 1 to <see cref="MostDays"/>.</param>
    /// <returns>The days of change, newest first; the last one is the state the span begins with.</returns>
    public async Task<IReadOnlyList<HistoryLine>> OfAsync(ReadScope read, string path, BoardColumn column, int days, CancellationToken ct)
    {
        var now = Instant.Cut(time.GetUtcNow());
        var today = JapanTime.Day(now);
        var sizes = await ledger.SizesAtEndOfDaysAsync(today.AddDays(-days), today, ct);
        var changes = await PackLibrary.ChangesAsync(read, ct);
        using var held = await state.LockAsync(ct);
        await state.CatchUpAsync(ct);
        var lines = new List<HistoryLine>();
        (ArticleResult? Article, int Pack, AppliedPack? Applied) last = (null, -1, null);
        foreach (var (day, leaves) in sizes.OrderBy(s => s.Key))
        {
            if (leaves == 0) continue;
            var end = day == today ? now : JapanTime.StartOf(day.AddDays(1)).AddTicks(-10);
            var pack = changes.Count(c => c <= end);
            var applied = pack == last.Pack ? last.Applied : await packs.AppliedAsync(read, ct, end);
            if (applied is null) continue;
            var article = Judge(applied, leaves, end, path);
            var (cell, before) = (Of(article, column), Of(last.Article, column));
            var changed = ObligationChange.Between(last.Article, article, column);
            if (lines.Count == 0 || changed.Count > 0 || cell?.Verdict != before?.Verdict) lines.Add(new HistoryLine(day, cell, before, changed));
            last = (article, pack, applied);
        }
        lines.Reverse();
        return lines;
    }

    private ArticleResult? Judge(AppliedPack applied, long leaves, DateTimeOffset end, string path)
    {
        var only = applied.Pack with { Obligations = [.. applied.Pack.Obligations.Where(o => o.Articles.Any(a => a.ToString() == path))] };
        return Conformity.Judging.Judge.Compute(state.Basis(applied with { Pack = only }, leaves, end)).Articles.FirstOrDefault(a => a.Path.ToString() == path);
    }

    private static Cell? Of(ArticleResult? article, BoardColumn column) => article is null ? null : BoardColumns.CellOf(article, column);
}

using Microsoft.EntityFrameworkCore;
using Sekisho.Conformity.Judging;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;
using Sekisho.Kernel.Verdicts;
using Sekisho.Platform;
using Sekisho.Platform.Ledger;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Packs;
using Sekisho.Shell.Routing;

namespace Sekisho.Policy.Board;

/// <summary>Questions about conformity: the board, an article, its history; now or on a past day.</summary>
public sealed class ConformityQueries
{
    private readonly ConformityState state;
    private readonly PackLibrary packs;
    private readonly LedgerReader ledger;
    private readonly TimeProvider time;

    internal ConformityQueries(ConformityState state, PackLibrary packs, LedgerReader ledger, TimeProvider time) =>
        (this.state, this.packs, this.ledger, this.time) = (state, packs, ledger, time);

    /// <summary>The whole judgement; null while no pack is applied. A day that is not over is the present.</summary>
    public async Task<BoardSnapshot?> AtAsync(ReadScope read, DateOnly? day, CancellationToken ct)
    {
        if (await packs.AppliedAsync(read, ct) is not { } applied) return null;
        var now = Instant.Cut(time.GetUtcNow());
        using var held = await state.LockAsync(ct);
        await state.CatchUpAsync(ct);
        if (day is not { } past || past >= JapanTime.Day(now)) return new BoardSnapshot(applied, state.Judge(applied, now), null, []);
        var leaves = await ledger.SizeAtEndOfDayAsync(past, ct);
        var end = JapanTime.StartOf(past.AddDays(1)).AddTicks(-10);
        var then = await packs.AppliedAsync(read, ct, end) ?? applied;
        var result = state.Replay(then, leaves, end);
        return new BoardSnapshot(then, result, past, Differing(result, leaves));
    }

    /// <summary>The board with the columns this person may see.</summary>
    public async Task<BoardView?> BoardAsync(ReadScope read, Current current, DateOnly? day, CancellationToken ct)
    {
        if (await AtAsync(read, day, ct) is not { } snapshot) return null;
        var labels = await LabelsAsync(read, snapshot, ct);
        var columns = BoardColumns.Of(snapshot.Result.Structure, labels, current);
        var rows = snapshot.Result.Articles.Select(a =>
        {
            var (number, caption) = labels.Clause(a.Path.ToString());
            return new BoardRow(a, number, caption, [.. columns.Select(c => BoardColumns.CellOf(a, c))]);
        }).ToList();
        return new BoardView(snapshot, columns, rows, labels);
    }

    /// <summary>What the ledger said of an article, newest first, one entry a change.</summary>
    public async Task<IReadOnlyList<SealedRecord>> HistoryAsync(string path, CancellationToken ct)
    {
        using var held = await state.LockAsync(ct);
        await state.CatchUpAsync(ct);
        var all = state.History(path, long.MaxValue);
        return [.. all.Where((r, i) => i == all.Count - 1 || all[i + 1].Text("verdict") != r.Text("verdict"))];
    }

    /// <summary>All statements ever signed, newest first.</summary>
    public async Task<IReadOnlyList<SealedRecord>> StatementsAsync(CancellationToken ct)
    {
        using var held = await state.LockAsync(ct);
        await state.CatchUpAsync(ct);
        return [.. state.All(Conformity.Packs.Control.StatementFact).Reverse()];
    }

    /// <summary>The holders of a role today who answer for the column, narrowest first.</summary>
    public static async Task<IReadOnlyList<RoleHolder>> HoldersAsync(ReadScope read, RoleCode role, BoardColumn column, DateOnly on, CancellationToken ct) =>
        Near(await read.RoleHoldersAsync(on, role, ct: ct), column);

    internal static IReadOnlyList<RoleHolder> Near(IReadOnlyList<RoleHolder> all, BoardColumn column)
    {
        var near = all.Where(h => h.UnitId is { } unit ? column.Units.Contains(unit, StringComparer.Ordinal) : column.OrganCode is null || h.OrganCode == column.OrganCode).ToList();
        return near.Count > 0 ? near : [.. all.Where(h => h.UnitId is null)];
    }

    /// <summary>Names of targets and of articles: two statements, whatever the policy and whoever asks.</summary>
    internal static async Task<BoardLabels> LabelsAsync(ReadScope read, BoardSnapshot snapshot, CancellationToken ct)
    {
        var subjects = (await read.SubjectsAsync(ct: ct)).GroupBy(s => s.Target.ToString(), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Label, StringComparer.Ordinal);
        var context = read.Context<DocumentsContext>();
        var text = await (from e in context.Editions where e.DocumentId == snapshot.Applied.DocumentId && e.IsCurrent join clause in context.Clauses on e.Id equals clause.EditionId orderby clause.Position
            select new PrintedClause(clause.Path, clause.Level, clause.PrintedLabel, clause.Caption, clause.Body)).ToListAsync(ct);
        return ClauseNames.Of(subjects, text, snapshot.Result.Articles);
    }

    private List<string> Differing(JudgeResult result, long leaves) =>
        [.. result.Articles.Where(a => state.History(a.Path.ToString(), leaves).FirstOrDefault()?.Text("verdict") is { } said && said != a.City.Verdict.Code()).Select(a => a.Path.ToString())];
}

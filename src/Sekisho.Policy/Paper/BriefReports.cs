using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Ledger;
using Sekisho.Policy.Board;
using Sekisho.Policy.Exceptions;
using Sekisho.Shell.Routing;

namespace Sekisho.Policy.Paper;

/// <summary>Gathers the report of this moment for one reader.</summary>
internal sealed class BriefReports(Database database, ConformityQueries queries, BoardOutlook outlook, ExceptionReader exceptions, LedgerReader ledger, TimeProvider time)
{
    /// <summary>Null while no pack is applied.</summary>
    public async Task<BriefReport?> OfAsync(Current current, CancellationToken ct)
    {
        var today = JapanTime.Day(time.GetUtcNow());
        await using var read = await database.ReadAsync(ct);
        if (await queries.BoardAsync(read, current, null, ct) is not { } board) return null;
        var then = today.AddDays(-BriefReport.Days);
        var before = await ledger.SizeAtEndOfDayAsync(then, ct) == 0 ? null : await queries.BoardAsync(read, current, then, ct);
        var waiting = (await exceptions.ListAsync(current, ct)).Where(e => e.State is ExceptionRow.Asked or ExceptionRow.Forwarded).ToList();
        var ahead = (await outlook.TurnsAsync(board.Snapshot.Applied, ct)).Where(t => t.On > today.AddDays(1) && t.To != Kernel.Verdicts.Verdict.Unmeasurable && t.On <= today.AddDays(BriefReport.Days) && BoardColumns.Sees(t.Target, board.Snapshot.Result.Structure, current)).ToList();
        return new BriefReport(board, before, waiting, (await FirstWeek.DecidedAsync(read, board.Snapshot.Applied, ct)).Open.GetValueOrDefault(), ahead, await ledger.NewestCheckpointAsync(ct), today);
    }
}

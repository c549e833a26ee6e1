using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Policy.Exceptions;

/// <summary>Thirty days before the last day who asked for an exception is told once, so that a renewal is decided in time.</summary>
internal static class RemindExceptions
{
    public const int Days = 30;

    /// <returns>How many people were told.</returns>
    public static Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.exception.remind", Actor.Service("policy"), async (work, inner) =>
        {
            var soon = JapanTime.Day(work.Now).AddDays(Days);
            var rows = await work.Context<DocumentsContext>().Exceptions.Where(e => e.State == ExceptionRow.Granted && e.RemindedAt == null && e.ValidTo <= soon).ToListAsync(inner);
            foreach (var row in rows)
            {
                row.RemindedAt = work.Now;
                work.Notify(row.RequestedBy, "policy.exception.notice.ending", ExceptionEnds.Args(row), ExceptionLink.One(row.Id));
                work.Audit("policy.exception.reminded", new Dictionary<string, object>(StringComparer.Ordinal) { ["exception"] = ExceptionLink.Text(row.Id), ["last_day"] = row.LastDay });
            }
            return rows.Count;
        }, ct);
}

using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Registries;

namespace Sekisho.Policy.Exceptions;

/// <summary>
/// Somebody of the unit says that the clause is kept again. Its effect on verdicts ends with its last day whatever anybody says; without this the exception stays on the list as one that is
/// being used without a decision.
/// </summary>
public sealed record EndException(Guid Id, int ReadVersion)
{
    public Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.exception.end", actor, async (work, inner) =>
        {
            var row = await work.Context<DocumentsContext>().Exceptions.SingleOrDefaultAsync(e => e.Id == Id, inner);
            if (row is null || !await MayAsync(work, actor, row, inner)) return new Refusal("policy.exception.gone", "この特例がありません。", "一覧から選び直してください。") { IsNotFound = true };
            if (row.State != ExceptionRow.Granted) return new Refusal("policy.exception.state", "この特例は、今は働いていません。", "画面を読み込み直してください。") { IsConflict = true };
            if (row.RowVersion != ReadVersion) return new Refusal("policy.exception.changed", "ほかの人が先に変えました。", "画面を読み込み直してください。") { IsConflict = true };
            ExceptionEnds.End(work, row, row.IsOverdue(JapanTime.Day(work.Now)) ? "returned" : "revoked");
            return 1;
        }, ct);

    /// <summary>Who asked for it, a head of the unit, or a role of the whole organ that keeps the policy.</summary>
    internal static async Task<bool> MayAsync(UnitOfWork work, Actor actor, ExceptionRow row, CancellationToken ct) => actor.Kind == ActorKind.Service || row.RequestedBy == actor.PersonId
        || (await work.RoleHoldersAsync(JapanTime.Day(work.Now), person: actor.PersonId, ct: ct)).Any(h => h.Role.Value is "CISO" or "SYS_OWNER" or "SYS_ADMIN" || (h.Role == RoleCode.SectHead && h.UnitId == row.UnitId));
}

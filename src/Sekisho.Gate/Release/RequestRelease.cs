using Microsoft.EntityFrameworkCore;
using Sekisho.Gate.Processing;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Approvals;
using Sekisho.Platform.Registries;

namespace Sekisho.Gate.Release;

/// <summary>
/// Puts a held mail up for release. The section head of the requester's unit decides, where the unit has none the system owner or the CISO.
/// Approval delivers the verified result with its notes, never the original.
/// </summary>
internal sealed class RequestRelease(CommandRunner commands, ApprovalEngine approvals)
{
    internal const string SubjectKind = "gate.mail", Requested = "gate.release.requested";

    internal Task<Result<Guid>> RunAsync(Guid commandId, Actor actor, string mailId, string reason, CancellationToken ct) =>
        commands.RunAsync<Guid>(commandId, "gate.release.request", actor, async (work, token) =>
        {
            if (await work.Context<GateContext>().Mails.SingleOrDefaultAsync(m => m.Id == mailId, token) is not { } mail) return GateRefusals.Missing;
            var decided = ReleaseDecision.Decide(mail, await IsAskedAsync(work, mailId, token), reason);
            if (!decided.IsOk) return decided.As<Guid>();
            var plan = new ApprovalPlan(SubjectKind, mailId, mail.Subject.Length > 0 ? mail.Subject : mailId, "/mail/" + mailId, actor.PersonId!, mail.OrganCode, actor.UnitId,
                await StepsAsync(work, actor.UnitId, token), new Dictionary<string, string>(StringComparer.Ordinal) { ["gate.release.reason"] = decided.Value });
            var submitted = await approvals.SubmitAsync(work, plan, token);
            if (!submitted.IsOk) return submitted;
            work.Audit(Requested, new Dictionary<string, object>(StringComparer.Ordinal) { ["message_id"] = mailId, ["approval_id"] = submitted.Value.ToString("N") },
                null, new TargetRef(TargetKind.Message, mailId));
            return submitted.Value;
        }, ct);

    private static async Task<bool> IsAskedAsync(UnitOfWork work, string mailId, CancellationToken ct)
    {
        await using var command = new Npgsql.NpgsqlCommand(
            "select 1 from platform.approval where subject_kind = $1 and subject_id = $2 and state in ('open', 'returned') limit 1", work.Connection, work.Transaction)
        {
            Parameters = { new() { Value = SubjectKind }, new() { Value = mailId } },
        };
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private static async Task<IReadOnlyList<ApprovalStep>> StepsAsync(UnitOfWork work, string? unit, CancellationToken ct)
    {
        var today = JapanTime.Day(work.Now);
        IReadOnlyList<RoleHolder> heads = unit is null ? [] : await work.RoleHoldersAsync(today, RoleCode.SectHead, unit: unit, ct: ct);
        IReadOnlyList<RoleHolder> above = [.. await work.RoleHoldersAsync(today, RoleCode.SysOwner, ct: ct), .. await work.RoleHoldersAsync(today, RoleCode.Ciso, ct: ct)];
        return [new(ApprovalStepKind.Approve, ApprovalNeeds.One, Seats(heads.Count > 0 ? heads : above), Seats(above))];
    }

    private static List<ApprovalSeat> Seats(IReadOnlyList<RoleHolder> holders) => [.. holders.Select(h => new ApprovalSeat(h.PersonId, h.Role.Value, h.PostCode))];
}

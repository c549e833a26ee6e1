using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Approvals;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Exceptions;

/// <summary>What follows from the approval of a request: it goes to the committee, or, where the policy has none, it is granted by the approval itself.</summary>
internal sealed class ExceptionOwner(PackLibrary packs) : IApprovalOwner
{
    public string SubjectKind => RequestException.SubjectKind;

    public async Task EndedAsync(ApprovalEnd end, UnitOfWork work, CancellationToken ct)
    {
        var id = Guid.ParseExact(end.SubjectId, "D");
        var row = await work.Context<DocumentsContext>().Exceptions.SingleAsync(e => e.Id == id, ct);
        if (end.State != ApprovalState.Approved)
        {
            row.State = end.State == ApprovalState.Withdrawn ? ExceptionRow.Withdrawn : ExceptionRow.Refused;
            ExceptionEnds.Tell(work, row, end.State == ApprovalState.Withdrawn ? "withdrawn" : "refused");
        }
        else if (await packs.AppliedAsync(work, ct) is { } applied && ExceptionRules.HasCommittee(applied))
        {
            row.State = ExceptionRow.Forwarded;
            work.Audit("policy.exception.forwarded", new Dictionary<string, object>(StringComparer.Ordinal) { ["exception"] = ExceptionLink.Text(id), ["approval"] = ExceptionLink.Text(end.ApprovalId) });
        }
        else await GrantException.GrantAsync(work, row, ExceptionLink.Text(end.ApprovalId), RoleCode.Ciso.Value, null, ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Sekisho.Platform;
using Sekisho.Platform.Approvals;

namespace Sekisho.Policy.Records;

/// <summary>What follows from the decision on a disposal: approved, the contents are erased in the same transaction and each leaves its proof; else the records wait as before.</summary>
internal sealed class DisposalOwner : IApprovalOwner
{
    public string SubjectKind => RequestDisposal.SubjectKind;

    public async Task EndedAsync(ApprovalEnd end, UnitOfWork work, CancellationToken ct)
    {
        var context = work.Context<DocumentsContext>();
        var id = Guid.ParseExact(end.SubjectId, "D");
        var disposal = await context.Disposals.SingleAsync(d => d.Id == id, ct);
        var items = await context.DisposalItems.Where(i => i.DisposalId == id).ToListAsync(ct);
        if (end.State != ApprovalState.Approved)
        {
            context.RemoveRange(items); // the case itself tells who asked and who said no
            await work.SaveAsync(ct);
            context.Remove(disposal);
            return;
        }
        disposal.ApprovedAt = work.Now;
        foreach (var item in items)
        {
            (item.Digest, item.DoneAt) = (await RecordEraser.EraseAsync(work, item.Kind, item.Ref, ct), work.Now);
            work.Audit("policy.record.disposed", new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["kind"] = item.Kind, ["ref"] = item.Ref, ["expiry"] = item.Expiry, ["expires_on"] = item.ExpiresOn, ["digest"] = item.Digest ?? "", ["approval"] = end.ApprovalId.ToString("D"),
            });
        }
    }
}

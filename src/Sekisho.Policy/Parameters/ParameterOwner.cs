using Microsoft.EntityFrameworkCore;
using Sekisho.Platform;
using Sekisho.Platform.Approvals;

namespace Sekisho.Policy.Parameters;

/// <summary>What follows from the decision on values of rules: approved, they hold from now on; else nothing changes.</summary>
internal sealed class ParameterOwner : IApprovalOwner
{
    public string SubjectKind => RequestParameters.SubjectKind;

    public async Task EndedAsync(ApprovalEnd end, UnitOfWork work, CancellationToken ct)
    {
        if (end.State != ApprovalState.Approved) return;
        var batch = Guid.ParseExact(end.SubjectId, "D");
        foreach (var row in await work.Context<DocumentsContext>().ParameterChanges.Where(p => p.BatchId == batch).ToListAsync(ct))
        {
            row.ApprovedAt = work.Now;
            work.Audit("policy.parameter.set", new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["control"] = row.ControlId, ["parameter"] = row.Name, ["value"] = row.Value, ["approval"] = end.ApprovalId.ToString("D"),
            }, new Dictionary<string, string>(StringComparer.Ordinal) { ["basis"] = row.Basis });
        }
    }
}

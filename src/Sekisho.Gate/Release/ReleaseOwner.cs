using Sekisho.Gate.Holding;
using Sekisho.Platform;
using Sekisho.Platform.Approvals;

namespace Sekisho.Gate.Release;

/// <summary>What follows from a decision on a held mail: approved, the verified result goes out; else it stays held and may be asked for again.</summary>
internal sealed class ReleaseOwner(HeldMails held) : IApprovalOwner
{
    public string SubjectKind => RequestRelease.SubjectKind;

    public async Task EndedAsync(ApprovalEnd end, UnitOfWork work, CancellationToken ct)
    {
        if (end.State != ApprovalState.Approved) return;
        var released = await held.ReleaseAsync(work, end.SubjectId, end.ApprovalId.ToString("N"), ct);
        // Somebody discarded or released it in the meantime: the decision comes too late and the whole act is undone.
        if (!released.IsOk) throw new InvalidOperationException("The mail cannot be released: " + released.Refusals[0].Stage);
    }
}

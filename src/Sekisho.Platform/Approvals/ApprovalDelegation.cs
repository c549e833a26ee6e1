namespace Sekisho.Platform.Approvals;

/// <summary>A person lets another decide in their place for some days (代決).</summary>
/// <param name="EndedOn">The first day on which it no longer holds because it was taken back.</param>
public sealed record ApprovalDelegation(Guid Id, string PersonId, string DelegateId, DateOnly FirstDay, DateOnly LastDay, string Reason, DateOnly? EndedOn)
{
    public bool IsInForce(DateOnly day) => FirstDay <= day && day <= LastDay && (EndedOn is not { } ended || day < ended);
}

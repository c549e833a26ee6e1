namespace Sekisho.Platform.Approvals;

/// <summary>One person asked in a step, in which role and post.</summary>
public sealed record ApprovalSeat(string PersonId, string RoleCode, string? PostCode = null);

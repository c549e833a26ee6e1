namespace Sekisho.Platform.Approvals;

/// <summary>A person agreed in a step of the present round.</summary>
public sealed record ApprovalAgreement(int Step, string PersonId, DateTimeOffset At);

namespace Sekisho.Platform.Approvals;

/// <summary>A person agreed in a step of the present round.</summary>
/// <param name="DeputyId">Who decided in the person's place (代決); null when they did it themselves.</param>
public sealed record ApprovalAgreement(int Step, string PersonId, DateTimeOffset At, string? DeputyId = null);

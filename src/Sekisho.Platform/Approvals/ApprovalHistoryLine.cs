namespace Sekisho.Platform.Approvals;

/// <summary>One act of a case's history.</summary>
public sealed record ApprovalHistoryLine(DateTimeOffset At, string PersonId, ApprovalAct Act, int Round, int Step, int? ToStep, string? Comment, string? ForPersonId = null);

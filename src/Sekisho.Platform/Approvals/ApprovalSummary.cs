namespace Sekisho.Platform.Approvals;

/// <summary>A case in a list.</summary>
public sealed record ApprovalSummary(
    Guid Id, string SubjectKind, string SubjectId, string Title, string RequesterId, ApprovalState State, int Step, int Steps, ApprovalStepKind StepKind, DateTimeOffset CreatedAt, int RowVersion);

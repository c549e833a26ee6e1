namespace Sekisho.Platform.Approvals;

/// <summary>What is asked of a step, weakest first: 確認 (has seen it), 合議 (another department consents), 承認 (decides).</summary>
public enum ApprovalStepKind { Confirm, Consult, Approve }

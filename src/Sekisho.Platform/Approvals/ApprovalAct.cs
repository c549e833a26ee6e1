namespace Sekisho.Platform.Approvals;

/// <summary>承認・同意・確認する / 否決する / 差し戻す / 取り下げる / 出し直す / 後閲する.</summary>
public enum ApprovalAct { Agree, Reject, Return, Withdraw, Resubmit, Look }

namespace Sekisho.Conformity.Rules;

/// <summary>Why a control does not apply (shared rule 8): 契機なし, 対象物なし, 義務なし, 方式なし.</summary>
public enum NotApplicableReason { NoTrigger, NoObject, NoDuty, NoMethod }

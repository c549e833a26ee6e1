namespace Sekisho.Platform.Approvals;

/// <summary>Whether one of a step's persons is enough or all are asked.</summary>
public enum ApprovalNeeds { One, All }

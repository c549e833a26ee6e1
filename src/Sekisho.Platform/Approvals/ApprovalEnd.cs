namespace Sekisho.Platform.Approvals;

/// <summary>How a case ended.</summary>
/// <param name="PersonId">Who acted last.</param>
/// <param name="Approvers">Everybody who agreed, in order.</param>
public sealed record ApprovalEnd(
    Guid ApprovalId, string SubjectId, ApprovalState State, string RequesterId, string PersonId, IReadOnlyList<string> Approvers, IReadOnlyDictionary<string, string> Details);

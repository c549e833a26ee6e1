namespace Sekisho.Platform.Approvals;

/// <summary>The module whose thing was put up for approval; told of the end inside the same transaction, so that decision and consequence stand or fall together.</summary>
public interface IApprovalOwner
{
    string SubjectKind { get; }

    /// <summary>The case ended as approved, rejected or withdrawn.</summary>
    Task EndedAsync(ApprovalEnd end, UnitOfWork work, CancellationToken ct);
}

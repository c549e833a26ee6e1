namespace Sekisho.Platform.Approvals;

/// <summary>What somebody asks approval for, and along which route.</summary>
/// <param name="SubjectKind">Code of the owner, e.g. "module.thing"; an <see cref="IApprovalOwner"/> with this code is told the end.</param>
/// <param name="Title">One line for lists; may hold personal data, so it never enters a leaf.</param>
/// <param name="Details">For the page, by resource key.</param>
/// <param name="NoDeputy">What may not be decided in somebody's place: the persons of the route themselves decide, or nobody.</param>
/// <param name="MinimumPersons">How many different persons must have agreed at the end, the requester not among them.</param>
public sealed record ApprovalPlan(
    string SubjectKind, string SubjectId, string Title, string? Link, string RequesterId, string? OrganCode, string? UnitId,
    IReadOnlyList<ApprovalStep> Steps, IReadOnlyDictionary<string, string> Details, int MinimumPersons = 1, bool NoDeputy = false);

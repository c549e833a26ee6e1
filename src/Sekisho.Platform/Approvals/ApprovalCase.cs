namespace Sekisho.Platform.Approvals;

/// <summary>A case as the rules see it.</summary>
/// <param name="Round">1 at first, one more after each new submission.</param>
/// <param name="Current">Index of the step that is asked now.</param>
/// <param name="Steps">The route after normalisation: without the requester, everybody in one step only.</param>
/// <param name="Agreements">Of this round.</param>
public sealed record ApprovalCase(
    string RequesterId, ApprovalState State, int Round, int Current, IReadOnlyList<ApprovalStep> Steps, IReadOnlyList<ApprovalAgreement> Agreements)
{
    /// <summary>Who still has to look at what was decided in their place, and who has.</summary>
    public IReadOnlyList<LaterLook> LaterLooks { get; init; } = [];

    public bool IsFinal => State is ApprovalState.Approved or ApprovalState.Rejected or ApprovalState.Withdrawn;

    /// <summary>Who is asked now and has not answered.</summary>
    public IReadOnlyList<string> Waiting => State == ApprovalState.Open
        ? [.. Steps[Current].Persons.Where(p => !HasAgreed(Current, p))] : [];

    internal bool HasAgreed(int step, string personId) =>
        Agreements.Any(a => a.Step == step && string.Equals(a.PersonId, personId, StringComparison.Ordinal));

    internal bool IsSatisfied(int step) => Steps[step].IsCovered || (Steps[step].Needs == ApprovalNeeds.All
        ? Steps[step].Persons.All(p => HasAgreed(step, p)) : Agreements.Any(a => a.Step == step));
}

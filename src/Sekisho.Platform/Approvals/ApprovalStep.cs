namespace Sekisho.Platform.Approvals;

/// <summary>One step of a route.</summary>
/// <param name="Alternates">Asked instead when nobody else than the requester would be left: the next higher post (rule M2).</param>
public sealed record ApprovalStep(ApprovalStepKind Kind, ApprovalNeeds Needs, IReadOnlyList<ApprovalSeat> Seats, IReadOnlyList<ApprovalSeat>? Alternates = null)
{
    /// <summary>True when the step is kept for the sheet only: its persons are asked once, in a later or stronger step (兼務).</summary>
    public bool IsCovered { get; init; }

    /// <summary>True when nobody may decide in another's place here.</summary>
    public bool NoDeputy { get; init; }

    internal IEnumerable<string> Persons => Seats.Select(s => s.PersonId).Distinct(StringComparer.Ordinal);
    internal bool Has(string personId) => Seats.Any(s => string.Equals(s.PersonId, personId, StringComparison.Ordinal));
}

namespace Sekisho.PolicyText.Comparing;

/// <summary>One row of a comparison: the clauses of the older edition and those of the newer one that answer to them. One side is empty for what was added or removed.</summary>
/// <param name="Likeness">0 to 1: the share of character pairs both sides have in common; 1 for equal words.</param>
public sealed record AlignedClauses(ChangeKind Kind, IReadOnlyList<Clause> Old, IReadOnlyList<Clause> New, double Likeness);

using Sekisho.Kernel;
using Sekisho.Kernel.Clauses;

namespace Sekisho.Conformity.Packs;

/// <summary>The smallest duty of a policy: who must do what by which clause, and which controls answer it.</summary>
/// <param name="Clause">The number as people write it, e.g. 第12 1.</param>
/// <param name="Text">The duty in our own words.</param>
/// <param name="Sentences">s1, s2 … or all, of the clauses at <paramref name="Place"/>.</param>
/// <param name="Roles">Neutral roles; UNMAPPED while a name in the text has no meaning yet.</param>
public sealed record Obligation(
    string Id,
    ClauseSelector Place,
    IReadOnlyList<string> Sentences,
    Strength Strength,
    IReadOnlyList<RoleCode> Roles,
    RoleState RoleState,
    IReadOnlyList<string> Controls,
    string? Interval,
    string? IntervalSource,
    string Clause,
    string Title,
    LocalText Text,
    string? Note,
    int Line)
{
    /// <summary>The rows of the board this obligation belongs to.</summary>
    public IEnumerable<ClauseRef> Articles => Place.Places.Select(p => p.Path.Article).Distinct();
}

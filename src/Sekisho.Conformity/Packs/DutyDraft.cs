namespace Sekisho.Conformity.Packs;

/// <summary>One obligation about to be written into a pack. Codes are those of pack.yaml.</summary>
/// <param name="Id">Begins with the pack's code; never used twice.</param>
/// <param name="Clause">The number as people write it.</param>
/// <param name="Path">The clause.</param>
/// <param name="Sentences">s1, s2 … of the clause.</param>
/// <param name="RoleState">text, carried, proposal or none.</param>
/// <param name="Interval">P1Y, continuous, on:need …; null where none is asked.</param>
/// <param name="IntervalSource">text or parameter.</param>
public sealed record DutyDraft(
    string Id, string Clause, string Path, IReadOnlyList<string> Sentences, string Title, LocalText Text, string Strength, IReadOnlyList<string> Roles, string RoleState,
    IReadOnlyList<string> Controls, string? Interval, string IntervalSource, string Note);

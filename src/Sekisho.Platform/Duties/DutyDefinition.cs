using Sekisho.Kernel;

namespace Sekisho.Platform.Duties;

/// <summary>A role has to do something again and again.</summary>
/// <param name="Id">Stable, chosen by the owner.</param>
/// <param name="Source">The owner's code; a source replaces its own definitions only, and its <see cref="IDutyOwner"/> hears of completions.</param>
/// <param name="Label">One line for lists.</param>
/// <param name="UnitId">For <see cref="DutyScope.Unit"/>: only this unit; null = every unit with a holder.</param>
/// <param name="Anchor">First day of the first period.</param>
/// <param name="DueBusinessDays">営業日 after the period's first day by which it must be done; 0 = that day or the next open one.</param>
/// <param name="RemindBusinessDays">営業日 before the deadline at which holders are reminded; 0 = no reminder.</param>
public sealed record DutyDefinition(
    string Id, string Source, string Label, RoleCode Role, DutyScope Scope, string OrganCode, string? UnitId,
    Cadence Cadence, DateOnly Anchor, int DueBusinessDays, int RemindBusinessDays, string? Link);

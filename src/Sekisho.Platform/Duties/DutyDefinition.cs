using Sekisho.Kernel;

namespace Sekisho.Platform.Duties;

/// <summary>A role has to do something again and again.</summary>
/// <param name="Id">Stable, chosen by the owner.</param>
/// <param name="Source">The owner's code; a source replaces its own definitions only, and its <see cref="IDutyOwner"/> hears of completions.</param>
/// <param name="Label">One line for lists.</param>
/// <param name="UnitId">For <see cref="DutyScope.Unit"/>: only this unit; null = every unit with a holder.</param>
/// <param name="Anchor">First day of the first period.</param>
/// <param name="DueBusinessDays">営業日 after the period's first day by which it must be done; 0 = that day or the next open one.</param>
/// <param name="Link">Page of the act that answers it; "{place}" in it becomes city, organ:CODE or unit:ID of the task. Null = who holds the role says that it is done.</param>
/// <param name="RemindBusinessDays">営業日 before the deadline at which holders are reminded; 0 = no reminder.</param>
public sealed record DutyDefinition(
    string Id, string Source, string Label, RoleCode Role, DutyScope Scope, string OrganCode, string? UnitId,
    Cadence Cadence, DateOnly Anchor, int DueBusinessDays, int RemindBusinessDays, string? Link)
{
    /// <summary>Organ code of roles that belong to the whole city.</summary>
    public const string WholeCity = "city";

    internal string? LinkAt(DutyPlace place) => Link?.Replace("{place}", place.UnitId is { } unit ? TargetRef.Unit(unit).ToString()
        : string.Equals(place.OrganCode, WholeCity, StringComparison.Ordinal) ? WholeCity : TargetRef.Organ(place.OrganCode).ToString(), StringComparison.Ordinal);
}

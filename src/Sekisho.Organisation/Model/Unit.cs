namespace Sekisho.Organisation.Model;

/// <summary>部, 課, 事務局 …: one row for one life under one name. Renamed, split or merged = a new unit with <see cref="UnitSuccession"/>; history stays under the old name (rule M3).</summary>
/// <param name="ParentId">The unit above it; null directly below the organ.</param>
/// <param name="UnitClass">A code of <see cref="UnitClasses"/>.</param>
/// <param name="Mail">Representative address; null when it has none.</param>
/// <param name="TakesUnknown">True when mail for nobody at the domain of <paramref name="Mail"/> lands with this unit.</param>
public sealed record Unit(
    string Id, string OrganCode, string? ParentId, string UnitClass, string Name, string? Mail, int Sort, DateOnly ValidFrom, DateOnly? ValidTo, int RowVersion = 1,
    bool TakesUnknown = false)
{
    internal Period Period => new(ValidFrom, ValidTo);
}

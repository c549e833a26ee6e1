using Sekisho.Organisation.Model;

namespace Sekisho.Organisation.Roles;

/// <summary>A place a role must be filled in: the city's, an organ's or a unit's.</summary>
/// <param name="OrganCode">Code of the organ, or <see cref="Organ.CityWide"/>.</param>
/// <param name="UnitId">The unit; empty for a seat of the city or an organ.</param>
public readonly record struct Seat(string Role, string OrganCode, string UnitId) : IComparable<Seat>
{
    public bool IsCityWide => string.Equals(OrganCode, Organ.CityWide, StringComparison.Ordinal);

    public int CompareTo(Seat other)
    {
        var order = string.CompareOrdinal(Role, other.Role);
        if (order == 0) order = string.CompareOrdinal(OrganCode, other.OrganCode);
        return order != 0 ? order : string.CompareOrdinal(UnitId, other.UnitId);
    }
}

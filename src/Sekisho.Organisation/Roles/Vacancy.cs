using Sekisho.Organisation.Model;

namespace Sekisho.Organisation.Roles;

/// <summary>A seat nobody holds in full: <paramref name="ActingPersonId"/> stands in, or is empty.</summary>
/// <param name="Since">The first day without a holder.</param>
public sealed record Vacancy(string Role, string OrganCode, string UnitId, DateOnly Since, string ActingPersonId)
{
    internal Seat Seat => new(Role, OrganCode, UnitId);
}

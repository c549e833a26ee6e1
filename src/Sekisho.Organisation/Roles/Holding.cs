using Sekisho.Organisation.Model;

namespace Sekisho.Organisation.Roles;

/// <summary>A person on a seat for a time, derived from charges, tenures, nominations and deputies.</summary>
/// <param name="PostCode">The post that brought the role; empty for nominations and deputies.</param>
/// <param name="Basis">post, trait, nomination or deputy.</param>
/// <param name="AppointedBy">Code of the role whose holder named the person; empty when a post brought the role.</param>
/// <param name="IsActing">True for 職務代理 and 代理.</param>
public sealed record Holding(
    string Role, string OrganCode, string UnitId, string PersonId, string PostCode, string Basis, string AppointedBy, bool IsActing, DateOnly ValidFrom, DateOnly? ValidTo)
{
    internal Seat Seat => new(Role, OrganCode, UnitId);
    internal Period Period => new(ValidFrom, ValidTo);
}

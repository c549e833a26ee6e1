namespace Sekisho.Organisation.Model;

/// <summary>指名: the holder of a role named a person for a seat. It counts while the person is in office and, for a unit's seat, works in that unit.</summary>
/// <param name="UnitId">The unit of the seat; empty for an organ's or the city's seat.</param>
/// <param name="NamedByRole">The role the naming person acted in.</param>
/// <param name="NamedBy">The naming person; empty when only the role is known (imported).</param>
public sealed record Nomination(
    Guid Id, string Role, string OrganCode, string UnitId, string PersonId, string NamedByRole, string NamedBy, DateOnly ValidFrom, DateOnly? ValidTo, int RowVersion = 1)
{
    internal Period Period => new(ValidFrom, ValidTo);
}

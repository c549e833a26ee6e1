using Sekisho.Organisation.Roles;

namespace Sekisho.Organisation.Store;

/// <summary>A holding as the ledger was last told of it.</summary>
internal sealed record HoldingRow(
    Guid Id, string Role, string OrganCode, string UnitId, string PersonId, string PostCode, string Basis, string AppointedBy, bool IsActing, DateOnly ValidFrom, DateOnly? ValidTo)
{
    public static HoldingRow Of(Guid id, Holding h) =>
        new(id, h.Role, h.OrganCode, h.UnitId, h.PersonId, h.PostCode, h.Basis, h.AppointedBy, h.IsActing, h.ValidFrom, h.ValidTo);

    public Holding AsHolding() => new(Role, OrganCode, UnitId, PersonId, PostCode, Basis, AppointedBy, IsActing, ValidFrom, ValidTo);
}

namespace Sekisho.Kernel.Facts.Organisation;

/// <summary>役割に人が就いた。</summary>
[Fact("org.role.appointed", "役割に人が就いた", ProducerModule.Organisation, FactVolume.Single, FactArrival.Dated, TargetKind.Person, TargetKind.Unit, TargetKind.Organ)]
public sealed record OrgRoleAppointed(
    string? RoleCode = null,
    string? LocalName = null,
    string? OrganCode = null,
    string? UnitId = null,
    string? PersonId = null,
    string? PostCode = null,
    string? Basis = null,
    string? AppointedBy = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null) : IFact;

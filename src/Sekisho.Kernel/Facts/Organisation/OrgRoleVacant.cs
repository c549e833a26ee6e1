namespace Sekisho.Kernel.Facts.Organisation;

/// <summary>必要な役割が空席である。</summary>
[Fact("org.role.vacant", "必要な役割が空席である", ProducerModule.Organisation, FactVolume.Single, FactArrival.Event, TargetKind.Unit, TargetKind.Organ)]
public sealed record OrgRoleVacant(
    string? RoleCode = null,
    string? OrganCode = null,
    string? UnitId = null,
    DateTimeOffset? Since = null,
    string? ActingPersonId = null,
    DateTimeOffset? FilledAt = null) : IFact;

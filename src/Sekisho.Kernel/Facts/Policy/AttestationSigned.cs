namespace Sekisho.Kernel.Facts.Policy;

/// <summary>測れない事項を責任者が根拠つきで証明した。</summary>
[Fact("attestation.signed", "測れない事項を責任者が根拠つきで証明した", ProducerModule.Policy, FactVolume.Single, FactArrival.Dated, TargetKind.Unit, TargetKind.City, TargetKind.Organ, TargetKind.System, TargetKind.Asset, TargetKind.Facility, TargetKind.Contract, TargetKind.Service, TargetKind.Person)]
public sealed record AttestationSigned(
    string? UnitId = null,
    string? OrganCode = null,
    string? SystemId = null,
    string? AssetId = null,
    string? SiteId = null,
    string? ContractId = null,
    string? ServiceId = null,
    string? ControlId = null,
    string? PersonId = null,
    string? RoleCode = null,
    string? Asserted = null,
    [property: Side] string? Statement = null,
    string? EvidenceRef = null,
    DateOnly? ValidTo = null,
    DateTimeOffset? At = null) : IFact;

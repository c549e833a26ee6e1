namespace Sekisho.Kernel.Facts.Organisation;

/// <summary>市の役割名が中立コードに対応付いた。</summary>
[Fact("org.role.mapped", "市の役割名が中立コードに対応付いた", ProducerModule.Organisation, FactVolume.Single, FactArrival.Event, TargetKind.City)]
public sealed record OrgRoleMapped(
    string? LocalName = null,
    string? RoleCode = null,
    string? Path = null,
    string? ConfirmState = null,
    string? ConfirmedBy = null,
    DateTimeOffset? ConfirmedAt = null) : IFact;

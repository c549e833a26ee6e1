namespace Sekisho.Kernel.Facts.Registers;

/// <summary>庁舎・室・電源系統・回線などの設備が点検項目つきで登録された。</summary>
[Fact("facility.registered", "庁舎・室・電源系統・回線などの設備が点検項目つきで登録された", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Facility, TargetKind.Organ)]
public sealed record FacilityRegistered(
    string? SiteId = null,
    string? SiteKind = null,
    string? OrganCode = null,
    FactList? RequiredItems = null,
    string? State = null,
    DateTimeOffset? At = null) : IFact;

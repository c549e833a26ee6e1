namespace Sekisho.Kernel.Facts.Registers;

/// <summary>設備の点検項目が確かめられた。</summary>
[Fact("facility.inspected", "設備の点検項目が確かめられた", ProducerModule.Registers, FactVolume.Single, FactArrival.Dated, TargetKind.Facility, TargetKind.Asset)]
public sealed record FacilityInspected(
    string? SiteId = null,
    string? AssetId = null,
    string? Item = null,
    string? Result = null,
    string? DefectId = null,
    DateOnly? DueOn = null,
    DateOnly? FixedOn = null,
    string? InspectorPersonId = null,
    string? PhotoRef = null,
    DateTimeOffset? At = null,
    DateOnly? NextDue = null) : IFact;

namespace Sekisho.Kernel.Facts.Zones;

/// <summary>システム・端末が区分に割り当てられた。</summary>
[Fact("zone.system.assigned", "システム・端末が区分に割り当てられた", ProducerModule.Zones, FactVolume.Single, FactArrival.Event, TargetKind.Asset, TargetKind.System, TargetKind.Terminal)]
public sealed record ZoneSystemAssigned(
    string? AssetId = null,
    string? SystemId = null,
    string? TerminalId = null,
    string? ZoneCode = null,
    string? By = null,
    DateTimeOffset? At = null) : IFact;

namespace Sekisho.Kernel.Facts.Zones;

/// <summary>区分を越える通信が拒まれた。</summary>
[Fact("zone.flow.denied", "区分を越える通信が拒まれた", ProducerModule.Zones, FactVolume.Summary, FactArrival.Event, TargetKind.ZonePair)]
public sealed record ZoneFlowDenied(
    string? SrcZone = null,
    string? DstZone = null,
    string? DeviceRef = null,
    string? Proto = null,
    string? Port = null,
    string? RuleId = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

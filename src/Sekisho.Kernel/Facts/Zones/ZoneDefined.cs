namespace Sekisho.Kernel.Facts.Zones;

/// <summary>区分が呼称・範囲つきで定義された。</summary>
[Fact("zone.defined", "区分が呼称・範囲つきで定義された", ProducerModule.Zones, FactVolume.Single, FactArrival.Event, TargetKind.City)]
public sealed record ZoneDefined(
    string? ZoneCode = null,
    string? LocalName = null,
    string? Path = null,
    FactList? AddressRanges = null,
    long? OverlapCount = null,
    string? OverlapState = null,
    DateTimeOffset? DefinedAt = null) : IFact;

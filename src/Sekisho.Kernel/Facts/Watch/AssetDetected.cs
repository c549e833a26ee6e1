namespace Sekisho.Kernel.Facts.Watch;

/// <summary>網の上で機器が見つかり台帳と照らされた。</summary>
[Fact("asset.detected", "網の上で機器が見つかり台帳と照らされた", ProducerModule.Watch, FactVolume.Summary, FactArrival.Feed, TargetKind.City, TargetKind.Asset)]
public sealed record AssetDetected(
    string? AssetId = null,
    string? DetectorId = null,
    string? ObservedZone = null,
    bool? Matched = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

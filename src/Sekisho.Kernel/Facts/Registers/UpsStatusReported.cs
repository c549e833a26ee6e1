namespace Sekisho.Kernel.Facts.Registers;

/// <summary>予備電源の状態・試験結果が届いた。</summary>
[Fact("ups.status.reported", "予備電源の状態・試験結果が届いた", ProducerModule.Registers, FactVolume.Summary, FactArrival.Feed, TargetKind.Asset)]
public sealed record UpsStatusReported(
    string? AssetId = null,
    bool? OnBattery = null,
    long? Charge = null,
    long? RuntimeS = null,
    bool? SelfTest = null,
    DateTimeOffset? SelfTestAt = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

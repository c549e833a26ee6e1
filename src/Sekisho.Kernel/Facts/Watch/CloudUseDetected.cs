namespace Sekisho.Kernel.Facts.Watch;

/// <summary>通信記録から外部サービスの利用が見えた。</summary>
[Fact("cloud.use.detected", "通信記録から外部サービスの利用が見えた", ProducerModule.Watch, FactVolume.Summary, FactArrival.Event, TargetKind.Service)]
public sealed record CloudUseDetected(
    string? ServiceId = null,
    bool? Registered = null,
    long? UserCount = null,
    string? CaseId = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

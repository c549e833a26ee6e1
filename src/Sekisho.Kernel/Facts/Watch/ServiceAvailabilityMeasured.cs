namespace Sekisho.Kernel.Facts.Watch;

/// <summary>サービスの稼働が測られた。</summary>
[Fact("service.availability.measured", "サービスの稼働が測られた", ProducerModule.Watch, FactVolume.Summary, FactArrival.Feed, TargetKind.System)]
public sealed record ServiceAvailabilityMeasured(
    string? SystemId = null,
    string? UpRatio = null,
    long? ResponseMs = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

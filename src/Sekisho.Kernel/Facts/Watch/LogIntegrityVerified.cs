namespace Sekisho.Kernel.Facts.Watch;

/// <summary>保存記録の連鎖が検証された。</summary>
[Fact("log.integrity.verified", "保存記録の連鎖が検証された", ProducerModule.Watch, FactVolume.Summary, FactArrival.Feed, TargetKind.System)]
public sealed record LogIntegrityVerified(
    string? SourceId = null,
    string? SystemId = null,
    long? SegmentsOk = null,
    long? SegmentsBad = null,
    DateOnly? RetainUntil = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

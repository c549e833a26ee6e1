namespace Sekisho.Kernel.Facts.Policy;

/// <summary>文書が配信された。</summary>
[Fact("policy.distributed", "文書が配信された", ProducerModule.Policy, FactVolume.Single, FactArrival.Event, TargetKind.Document, TargetKind.Unit)]
public sealed record PolicyDistributed(
    string? DocId = null,
    string? Version = null,
    string? UnitId = null,
    string? AudienceKind = null,
    bool? AckRequested = null,
    long? TargetCount = null,
    long? SentCount = null,
    long? ReadCount = null,
    DateOnly? DueOn = null,
    DateTimeOffset? At = null) : IFact;

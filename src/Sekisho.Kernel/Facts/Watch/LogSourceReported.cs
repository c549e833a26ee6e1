namespace Sekisho.Kernel.Facts.Watch;

/// <summary>記録源が期待間隔で記録を送った(5分ごとのまとめ)。</summary>
[Fact("log.source.reported", "記録源が期待間隔で記録を送った(5分ごとのまとめ)", ProducerModule.Watch, FactVolume.Summary, FactArrival.Feed, TargetKind.System)]
public sealed record LogSourceReported(
    string? SourceId = null,
    string? SystemId = null,
    string? LogKind = null,
    string? ChainSha256 = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

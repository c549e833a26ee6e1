namespace Sekisho.Kernel.Facts.Watch;

/// <summary>記録源が途絶えた。</summary>
[Fact("log.source.silent", "記録源が途絶えた", ProducerModule.Watch, FactVolume.Single, FactArrival.Event, TargetKind.System)]
public sealed record LogSourceSilent(
    string? SourceId = null,
    string? SystemId = null,
    DateTimeOffset? Since = null,
    string? ExpectedInterval = null,
    DateTimeOffset? EndedAt = null) : IFact;

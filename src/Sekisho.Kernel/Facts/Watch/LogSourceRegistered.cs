namespace Sekisho.Kernel.Facts.Watch;

/// <summary>届くべき記録源が期待間隔つきで登録された。</summary>
[Fact("log.source.registered", "届くべき記録源が期待間隔つきで登録された", ProducerModule.Watch, FactVolume.Single, FactArrival.Event, TargetKind.System)]
public sealed record LogSourceRegistered(
    string? SourceId = null,
    string? SystemId = null,
    string? LogKind = null,
    string? ExpectedInterval = null,
    bool? Required = null,
    DateTimeOffset? At = null) : IFact;

namespace Sekisho.Kernel.Facts.Watch;

/// <summary>侵入検知・防止の感知器が稼働を報告した。</summary>
[Fact("idps.sensor.reported", "侵入検知・防止の感知器が稼働を報告した", ProducerModule.Watch, FactVolume.Summary, FactArrival.Feed, TargetKind.System)]
public sealed record IdpsSensorReported(
    string? SensorId = null,
    string? SystemId = null,
    string? Zone = null,
    FactList? CoversZones = null,
    FactList? CoversSystemIds = null,
    string? Mode = null,
    DateTimeOffset? RulesetAt = null,
    long? Alerts = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

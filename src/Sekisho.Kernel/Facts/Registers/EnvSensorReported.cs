namespace Sekisho.Kernel.Facts.Registers;

/// <summary>温湿度・漏水等の値が届いた。</summary>
[Fact("env.sensor.reported", "温湿度・漏水等の値が届いた", ProducerModule.Registers, FactVolume.Summary, FactArrival.Feed, TargetKind.Facility)]
public sealed record EnvSensorReported(
    string? SiteId = null,
    string? Metric = null,
    string? MinValue = null,
    string? MaxValue = null,
    string? Threshold = null,
    long? ExceededCount = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

namespace Sekisho.Kernel.Facts.Registers;

/// <summary>複製の遅れが測られた。</summary>
[Fact("replication.measured", "複製の遅れが測られた", ProducerModule.Registers, FactVolume.Summary, FactArrival.Feed, TargetKind.System)]
public sealed record ReplicationMeasured(
    string? SystemId = null,
    string? Replica = null,
    long? LagMaxS = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

namespace Sekisho.Kernel.Facts.Registers;

/// <summary>予備電源の必要容量が計算された。</summary>
[Fact("ups.capacity.calculated", "予備電源の必要容量が計算された", ProducerModule.Registers, FactVolume.Single, FactArrival.Dated, TargetKind.Asset)]
public sealed record UpsCapacityCalculated(
    string? AssetId = null,
    long? LoadW = null,
    long? RuntimeS = null,
    long? ShutdownS = null,
    DateTimeOffset? At = null) : IFact;

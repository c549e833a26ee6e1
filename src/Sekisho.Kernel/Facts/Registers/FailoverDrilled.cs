namespace Sekisho.Kernel.Facts.Registers;

/// <summary>切替の訓練が行われた。</summary>
[Fact("failover.drilled", "切替の訓練が行われた", ProducerModule.Registers, FactVolume.Single, FactArrival.Dated, TargetKind.System)]
public sealed record FailoverDrilled(
    string? SystemId = null,
    long? RecoveryS = null,
    string? Result = null,
    DateTimeOffset? At = null,
    DateOnly? NextDue = null) : IFact;

namespace Sekisho.Kernel.Facts.Registers;

/// <summary>機器の保守が行われた。</summary>
[Fact("maintenance.done", "機器の保守が行われた", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Asset)]
public sealed record MaintenanceDone(
    string? AssetId = null,
    string? ScheduleId = null,
    DateOnly? DueOn = null,
    DateOnly? DoneOn = null,
    string? Result = null) : IFact;

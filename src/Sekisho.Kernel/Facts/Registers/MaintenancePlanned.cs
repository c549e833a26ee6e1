namespace Sekisho.Kernel.Facts.Registers;

/// <summary>機器の保守の予定が決まった。</summary>
[Fact("maintenance.planned", "機器の保守の予定が決まった", ProducerModule.Registers, FactVolume.Single, FactArrival.Dated, TargetKind.Asset)]
public sealed record MaintenancePlanned(
    string? AssetId = null,
    string? ScheduleId = null,
    DateOnly? DueOn = null) : IFact;

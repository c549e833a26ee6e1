namespace Sekisho.Kernel.Facts.Registers;

/// <summary>契約から市の義務が一つ抜き出された。</summary>
[Fact("contract.duty.recorded", "契約から市の義務が一つ抜き出された", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Contract)]
public sealed record ContractDutyRecorded(
    string? ContractId = null,
    string? DutyId = null,
    string? DutyKind = null,
    DateOnly? DueOn = null) : IFact;

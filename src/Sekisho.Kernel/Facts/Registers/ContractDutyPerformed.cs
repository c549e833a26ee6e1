namespace Sekisho.Kernel.Facts.Registers;

/// <summary>市の契約上の義務が履行された。</summary>
[Fact("contract.duty.performed", "市の契約上の義務が履行された", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Contract)]
public sealed record ContractDutyPerformed(
    string? ContractId = null,
    string? DutyId = null,
    DateOnly? DueOn = null,
    DateOnly? DoneOn = null) : IFact;

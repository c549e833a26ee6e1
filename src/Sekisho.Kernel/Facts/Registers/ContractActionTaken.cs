namespace Sekisho.Kernel.Facts.Registers;

/// <summary>契約に基づく措置が取られた。</summary>
[Fact("contract.action.taken", "契約に基づく措置が取られた", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Contract)]
public sealed record ContractActionTaken(
    string? ContractId = null,
    string? FindingId = null,
    [property: Side] string? Cause = null,
    [property: Side] string? Action = null,
    DateOnly? Deadline = null,
    DateOnly? ClosedOn = null) : IFact;

namespace Sekisho.Kernel.Facts.Registers;

/// <summary>委託先の対策が確かめられた。</summary>
[Fact("contractor.verified", "委託先の対策が確かめられた", ProducerModule.Registers, FactVolume.Single, FactArrival.Dated, TargetKind.Contract)]
public sealed record ContractorVerified(
    string? ContractId = null,
    string? Method = null,
    FactList? FindingIds = null,
    FactList? ActionRequiredIds = null,
    FactList? FixedIds = null,
    DateOnly? FixDueOn = null,
    string? By = null,
    DateTimeOffset? At = null,
    DateOnly? NextDue = null) : IFact;

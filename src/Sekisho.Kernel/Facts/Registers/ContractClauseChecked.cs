namespace Sekisho.Kernel.Facts.Registers;

/// <summary>契約条項が要件と照合された。</summary>
[Fact("contract.clause.checked", "契約条項が要件と照合された", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Contract)]
public sealed record ContractClauseChecked(
    string? ContractId = null,
    string? ClauseKind = null,
    bool? Required = null,
    bool? Present = null,
    FactList? SpecialTerms = null,
    string? By = null,
    DateTimeOffset? At = null) : IFact;

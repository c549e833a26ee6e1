namespace Sekisho.Kernel.Facts.Registers;

/// <summary>委託先が評価を経て選ばれた。</summary>
[Fact("contractor.selected", "委託先が評価を経て選ばれた", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Contract)]
public sealed record ContractorSelected(
    string? ContractId = null,
    string? VendorId = null,
    [property: Side] string? Criteria = null,
    long? Score = null,
    string? By = null,
    DateOnly? SelectedOn = null) : IFact;

namespace Sekisho.Kernel.Facts.Registers;

/// <summary>委託先が方針の適用を確認した。</summary>
[Fact("contractor.acknowledged", "委託先が方針の適用を確認した", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Contract, TargetKind.Document)]
public sealed record ContractorAcknowledged(
    string? ContractId = null,
    string? VendorId = null,
    string? DocId = null,
    string? DocVersion = null,
    string? Method = null,
    DateTimeOffset? At = null) : IFact;

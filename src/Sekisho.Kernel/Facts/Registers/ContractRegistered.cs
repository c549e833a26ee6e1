namespace Sekisho.Kernel.Facts.Registers;

/// <summary>契約(再委託を含む)が登録された。</summary>
[Fact("contract.registered", "契約(再委託を含む)が登録された", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Contract)]
public sealed record ContractRegistered(
    string? ContractId = null,
    string? VendorId = null,
    string? ParentContractId = null,
    string? ContractKind = null,
    FactList? InfoClasses = null,
    FactList? ActionTerms = null,
    DateOnly? SignedOn = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null) : IFact;

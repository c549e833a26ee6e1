namespace Sekisho.Kernel.Facts.Registers;

/// <summary>修理出しが許可された。</summary>
[Fact("repair.authorised", "修理出しが許可された", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Case, TargetKind.Asset)]
public sealed record RepairAuthorised(
    string? RepairId = null,
    string? AssetId = null,
    bool? HasMedia = null,
    bool? Erased = null,
    string? ErasureFactId = null,
    string? NdaContractId = null,
    DateTimeOffset? StructureCheckedAt = null,
    string? ApproverPersonId = null,
    DateOnly? SentOn = null,
    DateTimeOffset? At = null) : IFact;

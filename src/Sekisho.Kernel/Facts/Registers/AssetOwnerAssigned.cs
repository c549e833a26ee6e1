namespace Sekisho.Kernel.Facts.Registers;

/// <summary>資産の管理者が決まった。</summary>
[Fact("asset.owner.assigned", "資産の管理者が決まった", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Asset, TargetKind.Person)]
public sealed record AssetOwnerAssigned(
    string? AssetId = null,
    string? RoleCode = null,
    string? PersonId = null,
    DateTimeOffset? At = null) : IFact;

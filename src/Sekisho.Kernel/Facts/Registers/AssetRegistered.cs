namespace Sekisho.Kernel.Facts.Registers;

/// <summary>情報資産が台帳に載った・更新された。</summary>
[Fact("asset.registered", "情報資産が台帳に載った・更新された", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Asset, TargetKind.System, TargetKind.Terminal)]
public sealed record AssetRegistered(
    string? AssetId = null,
    string? AssetType = null,
    string? SystemId = null,
    string? TerminalId = null,
    string? Zone = null,
    string? SiteId = null,
    bool? Offsite = null,
    FactList? Flags = null,
    string? State = null,
    string? Change = null,
    DateTimeOffset? UpdatedAt = null) : IFact;

namespace Sekisho.Kernel.Facts.Registers;

/// <summary>接続口台帳と実際の接続機器が比べられた。</summary>
[Fact("netport.compared", "接続口台帳と実際の接続機器が比べられた", ProducerModule.Registers, FactVolume.Single, FactArrival.Feed, TargetKind.Facility, TargetKind.Asset)]
public sealed record NetportCompared(
    string? SiteId = null,
    string? AssetId = null,
    string? Port = null,
    string? Expected = null,
    string? Observed = null,
    bool? Unknown = null,
    bool? Changed = null,
    string? WorkId = null,
    DateTimeOffset? Since = null,
    DateTimeOffset? ResolvedAt = null,
    DateTimeOffset? At = null) : IFact;

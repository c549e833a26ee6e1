namespace Sekisho.Kernel.Facts.Watch;

/// <summary>機器の構成が基準と比べられた。</summary>
[Fact("config.baseline.compared", "機器の構成が基準と比べられた", ProducerModule.Watch, FactVolume.Single, FactArrival.Feed, TargetKind.Asset, TargetKind.System, TargetKind.Terminal)]
public sealed record ConfigBaselineCompared(
    string? AssetId = null,
    string? SystemId = null,
    string? TerminalId = null,
    string? BaselineId = null,
    long? DiffCount = null,
    long? ApprovedDiffCount = null,
    DateTimeOffset? UnapprovedSince = null,
    DateTimeOffset? At = null) : IFact;

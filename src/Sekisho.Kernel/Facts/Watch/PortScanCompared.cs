namespace Sekisho.Kernel.Facts.Watch;

/// <summary>開いている口とサービスが基準と比べられた。</summary>
[Fact("port.scan.compared", "開いている口とサービスが基準と比べられた", ProducerModule.Watch, FactVolume.Single, FactArrival.Feed, TargetKind.Asset, TargetKind.System, TargetKind.Terminal)]
public sealed record PortScanCompared(
    string? AssetId = null,
    string? SystemId = null,
    string? TerminalId = null,
    long? OpenCount = null,
    long? AllowedCount = null,
    long? Excess = null,
    DateTimeOffset? ExcessSince = null,
    DateTimeOffset? At = null) : IFact;

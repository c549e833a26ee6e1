namespace Sekisho.Kernel.Facts.Watch;

/// <summary>脆弱性が解消・緩和された。</summary>
[Fact("vuln.fixed", "脆弱性が解消・緩和された", ProducerModule.Watch, FactVolume.Single, FactArrival.Event, TargetKind.Case, TargetKind.Asset)]
public sealed record VulnFixed(
    string? VulnId = null,
    string? AssetId = null,
    string? Method = null,
    DateTimeOffset? At = null) : IFact;

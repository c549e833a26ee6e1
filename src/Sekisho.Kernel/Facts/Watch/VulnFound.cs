namespace Sekisho.Kernel.Facts.Watch;

/// <summary>脆弱性が対象機器に見つかった。</summary>
[Fact("vuln.found", "脆弱性が対象機器に見つかった", ProducerModule.Watch, FactVolume.Single, FactArrival.Event, TargetKind.Case, TargetKind.Asset)]
public sealed record VulnFound(
    string? VulnId = null,
    string? AssetId = null,
    string? Severity = null,
    DateTimeOffset? FoundAt = null,
    DateOnly? DueOn = null) : IFact;

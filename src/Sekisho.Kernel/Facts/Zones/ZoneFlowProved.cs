namespace Sekisho.Kernel.Facts.Zones;

/// <summary>区分間の到達可否が規則解析と実試験で示された。</summary>
[Fact("zone.flow.proved", "区分間の到達可否が規則解析と実試験で示された", ProducerModule.Zones, FactVolume.Single, FactArrival.Feed, TargetKind.ZonePair)]
public sealed record ZoneFlowProved(
    string? SrcZone = null,
    string? DstZone = null,
    string? ProofKind = null,
    string? ExpectedSha256 = null,
    string? ObservedSha256 = null,
    long? UnlistedCount = null,
    long? UnapprovedRuleCount = null,
    string? Via = null,
    string? RulesetSha256 = null,
    string? ProbeId = null,
    string? Result = null,
    DateTimeOffset? At = null) : IFact;

namespace Sekisho.Kernel.Facts.Watch;

/// <summary>不正な接続が遮断された。</summary>
[Fact("attack.blocked", "不正な接続が遮断された", ProducerModule.Watch, FactVolume.Summary, FactArrival.Feed, TargetKind.System)]
public sealed record AttackBlocked(
    string? SystemId = null,
    string? SrcZone = null,
    string? DstZone = null,
    FactList? RuleIds = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

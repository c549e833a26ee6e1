namespace Sekisho.Kernel.Facts.Policy;

/// <summary>条文から他の条文・法令・規則への参照が解決された。</summary>
[Fact("policy.clause.linked", "条文から他の条文・法令・規則への参照が解決された", ProducerModule.Policy, FactVolume.Single, FactArrival.Event, TargetKind.Document)]
public sealed record PolicyClauseLinked(
    string? DocId = null,
    string? FromPath = null,
    string? ToDoc = null,
    string? ToPath = null,
    string? ToVersion = null,
    bool? Resolved = null,
    string? Reason = null,
    DateTimeOffset? CheckedAt = null) : IFact;

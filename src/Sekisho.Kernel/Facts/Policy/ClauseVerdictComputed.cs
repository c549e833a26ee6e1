namespace Sekisho.Kernel.Facts.Policy;

/// <summary>条文の適合判定が計算された。</summary>
[Fact("clause.verdict.computed", "条文の適合判定が計算された", ProducerModule.Policy, FactVolume.Single, FactArrival.Feed, TargetKind.Document, TargetKind.City)]
public sealed record ClauseVerdictComputed(
    string? DocId = null,
    string? Path = null,
    string? Verdict = null,
    string? BaseVerdict = null,
    FactList? ObligationVerdicts = null,
    FactList? ControlVerdicts = null,
    DateTimeOffset? UnknownSince = null,
    string? InputDigest = null,
    long? LeafCount = null,
    DateTimeOffset? At = null) : IFact;

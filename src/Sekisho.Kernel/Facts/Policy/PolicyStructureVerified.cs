namespace Sekisho.Kernel.Facts.Policy;

/// <summary>文書の親子関係を検査した。</summary>
[Fact("policy.structure.verified", "文書の親子関係を検査した", ProducerModule.Policy, FactVolume.Single, FactArrival.Feed, TargetKind.Document)]
public sealed record PolicyStructureVerified(
    string? DocId = null,
    string? ParentDocId = null,
    string? ParentVersion = null,
    bool? MissingParent = null,
    long? OrphanCount = null,
    long? CycleCount = null,
    DateTimeOffset? CheckedAt = null) : IFact;

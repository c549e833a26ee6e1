namespace Sekisho.Kernel.Facts.Policy;

/// <summary>文書の版が確定し公開区分つきで登録された。</summary>
[Fact("policy.version.published", "文書の版が確定し公開区分つきで登録された", ProducerModule.Policy, FactVolume.Single, FactArrival.Event, TargetKind.Document)]
public sealed record PolicyVersionPublished(
    string? DocId = null,
    string? DocKind = null,
    string? Version = null,
    string? Number = null,
    string? ParentDocId = null,
    string? ParentVersion = null,
    FactList? CoversSystemIds = null,
    bool? Statutory = null,
    string? DisclosureClass = null,
    DateOnly? EnactedOn = null,
    DateOnly? EffectiveOn = null,
    string? Supersedes = null,
    string? DecisionId = null,
    string? PublicationState = null,
    string? Sha256 = null) : IFact;

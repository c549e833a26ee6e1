namespace Sekisho.Kernel.Facts.Policy;

/// <summary>非公開文書への閲覧・出力の許否が判定された。</summary>
[Fact("policy.disclosure.checked", "非公開文書への閲覧・出力の許否が判定された", ProducerModule.Policy, FactVolume.Summary, FactArrival.Event, TargetKind.Document)]
public sealed record PolicyDisclosureChecked(
    string? DocId = null,
    string? DisclosureClass = null,
    string? Action = null,
    long? AllowedCount = null,
    long? DeniedCount = null,
    long? BreachedCount = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

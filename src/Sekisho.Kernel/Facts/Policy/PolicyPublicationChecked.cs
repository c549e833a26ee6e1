namespace Sekisho.Kernel.Facts.Policy;

/// <summary>公表先への到達が確かめられた。</summary>
[Fact("policy.publication.checked", "公表先への到達が確かめられた", ProducerModule.Policy, FactVolume.Single, FactArrival.Dated, TargetKind.Document)]
public sealed record PolicyPublicationChecked(
    string? DocId = null,
    string? Version = null,
    [property: Side] string? Place = null,
    string? Url = null,
    DateOnly? PublishedOn = null,
    bool? Reachable = null,
    string? Method = null,
    DateTimeOffset? CheckedAt = null) : IFact;

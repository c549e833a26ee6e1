namespace Sekisho.Kernel.Facts.Watch;

/// <summary>脆弱性の公開情報が取り込まれた。</summary>
[Fact("vuln.feed.imported", "脆弱性の公開情報が取り込まれた", ProducerModule.Watch, FactVolume.Single, FactArrival.Feed, TargetKind.City)]
public sealed record VulnFeedImported(
    string? FeedId = null,
    long? ItemCount = null,
    DateTimeOffset? NewestAt = null,
    string? Result = null,
    DateTimeOffset? ImportedAt = null) : IFact;

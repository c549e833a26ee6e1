namespace Sekisho.Kernel.Facts.Registers;

/// <summary>投稿一件が行われた。</summary>
[Fact("social.post.recorded", "投稿一件が行われた", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Account)]
public sealed record SocialPostRecorded(
    string? AccountId = null,
    string? PostId = null,
    string? CheckId = null,
    DateTimeOffset? PostedAt = null) : IFact;

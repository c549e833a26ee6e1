namespace Sekisho.Kernel.Facts.Registers;

/// <summary>投稿前の確認が済んだ。</summary>
[Fact("social.post.checked", "投稿前の確認が済んだ", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Account)]
public sealed record SocialPostChecked(
    string? AccountId = null,
    string? PostId = null,
    string? CheckId = null,
    string? CheckerPersonId = null,
    string? Result = null,
    DateTimeOffset? At = null) : IFact;

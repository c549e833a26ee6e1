namespace Sekisho.Kernel.Facts.Registers;

/// <summary>SNSアカウントが責任者つきで登録された。</summary>
[Fact("social.account.registered", "SNSアカウントが責任者つきで登録された", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Account, TargetKind.Service, TargetKind.Person)]
public sealed record SocialAccountRegistered(
    string? AccountId = null,
    string? ServiceId = null,
    string? PersonId = null,
    string? State = null,
    DateTimeOffset? At = null) : IFact;

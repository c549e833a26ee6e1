namespace Sekisho.Kernel.Facts.Access;

/// <summary>パスワードが変えられた。</summary>
[Fact("idp.password.changed", "パスワードが変えられた", ProducerModule.Access, FactVolume.Single, FactArrival.Dated, TargetKind.Person, TargetKind.Account)]
public sealed record IdpPasswordChanged(
    string? PersonId = null,
    string? AccountId = null,
    string? Reason = null,
    DateTimeOffset? At = null) : IFact;

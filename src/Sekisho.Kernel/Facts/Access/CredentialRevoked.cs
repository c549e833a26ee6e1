namespace Sekisho.Kernel.Facts.Access;

/// <summary>IDが止められた。</summary>
[Fact("credential.revoked", "IDが止められた", ProducerModule.Access, FactVolume.Single, FactArrival.Event, TargetKind.Account, TargetKind.Person)]
public sealed record CredentialRevoked(
    string? AccountId = null,
    string? PersonId = null,
    string? CredentialKind = null,
    string? Reason = null,
    DateTimeOffset? EventAt = null,
    DateTimeOffset? RevokedAt = null) : IFact;

namespace Sekisho.Kernel.Facts.Access;

/// <summary>IDが発行された。</summary>
[Fact("credential.issued", "IDが発行された", ProducerModule.Access, FactVolume.Single, FactArrival.Event, TargetKind.Account, TargetKind.Person)]
public sealed record CredentialIssued(
    string? AccountId = null,
    string? PersonId = null,
    string? CredentialKind = null,
    bool? Shared = null,
    string? ApproverPersonId = null,
    DateTimeOffset? At = null) : IFact;

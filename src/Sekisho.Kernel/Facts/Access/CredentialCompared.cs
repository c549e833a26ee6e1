namespace Sekisho.Kernel.Facts.Access;

/// <summary>認証基盤のIDとID台帳が比べられた。</summary>
[Fact("credential.compared", "認証基盤のIDとID台帳が比べられた", ProducerModule.Access, FactVolume.Single, FactArrival.Feed, TargetKind.System)]
public sealed record CredentialCompared(
    string? SystemId = null,
    string? AccountIdsDigest = null,
    long? AccountCount = null,
    FactList? UnownedAccountIds = null,
    FactList? SharedAccountIds = null,
    DateTimeOffset? At = null) : IFact;

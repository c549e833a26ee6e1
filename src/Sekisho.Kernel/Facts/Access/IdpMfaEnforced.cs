namespace Sekisho.Kernel.Facts.Access;

/// <summary>認証基盤で多要素が必須になっている。</summary>
[Fact("idp.mfa.enforced", "認証基盤で多要素が必須になっている", ProducerModule.Access, FactVolume.Single, FactArrival.Feed, TargetKind.System)]
public sealed record IdpMfaEnforced(
    string? SystemId = null,
    string? Scope = null,
    string? Zone = null,
    string? PolicyId = null,
    long? RequiredFactors = null,
    bool? Enforced = null,
    long? ExemptCount = null,
    string? ExceptionId = null,
    DateTimeOffset? At = null) : IFact;

namespace Sekisho.Kernel.Facts.Access;

/// <summary>パスワード方式が認証基盤に適用されている。</summary>
[Fact("idp.password.policy.enforced", "パスワード方式が認証基盤に適用されている", ProducerModule.Access, FactVolume.Single, FactArrival.Feed, TargetKind.System)]
public sealed record IdpPasswordPolicyEnforced(
    string? SystemId = null,
    long? MinLength = null,
    bool? Blocklist = null,
    long? History = null,
    long? MaxAge = null,
    bool? Enforced = null,
    string? ExceptionId = null,
    DateTimeOffset? At = null) : IFact;

namespace Sekisho.Kernel.Facts.Access;

/// <summary>認証に成功した。</summary>
[Fact("idp.login.succeeded", "認証に成功した", ProducerModule.Access, FactVolume.Summary, FactArrival.Feed, TargetKind.System)]
public sealed record IdpLoginSucceeded(
    string? SystemId = null,
    string? Zone = null,
    long? MinFactors = null,
    long? SingleFactorCount = null,
    long? ExemptCount = null,
    FactList? ExceptionIds = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

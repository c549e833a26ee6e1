namespace Sekisho.Kernel.Facts.Access;

/// <summary>認証に失敗した。</summary>
[Fact("idp.login.failed", "認証に失敗した", ProducerModule.Access, FactVolume.Summary, FactArrival.Event, TargetKind.System)]
public sealed record IdpLoginFailed(
    string? SystemId = null,
    string? Zone = null,
    long? AccountCount = null,
    FactList? ReasonCounts = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

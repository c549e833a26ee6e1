namespace Sekisho.Kernel.Facts.Access;

/// <summary>権限外の利用が拒まれた。</summary>
[Fact("access.denied", "権限外の利用が拒まれた", ProducerModule.Access, FactVolume.Summary, FactArrival.Event, TargetKind.System)]
public sealed record AccessDenied(
    string? SystemId = null,
    string? Action = null,
    long? AccountCount = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

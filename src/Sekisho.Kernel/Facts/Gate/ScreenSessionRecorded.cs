namespace Sekisho.Kernel.Facts.Gate;

/// <summary>画面転送の接続が記録された。</summary>
[Fact("screen.session.recorded", "画面転送の接続が記録された", ProducerModule.Gate, FactVolume.Single, FactArrival.Event, TargetKind.ZonePair, TargetKind.Person, TargetKind.Case)]
public sealed record ScreenSessionRecorded(
    string? SessionId = null,
    string? PersonId = null,
    string? SrcZone = null,
    string? DstZone = null,
    DateTimeOffset? StartedAt = null,
    DateTimeOffset? EndedAt = null) : IFact;

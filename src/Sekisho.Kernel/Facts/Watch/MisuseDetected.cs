namespace Sekisho.Kernel.Facts.Watch;

/// <summary>目的外利用の兆候が検知された。</summary>
[Fact("misuse.detected", "目的外利用の兆候が検知された", ProducerModule.Watch, FactVolume.Single, FactArrival.Event, TargetKind.Case, TargetKind.Person)]
public sealed record MisuseDetected(
    string? DetectionId = null,
    string? PersonId = null,
    string? Kind = null,
    DateTimeOffset? At = null) : IFact;

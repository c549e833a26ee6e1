namespace Sekisho.Kernel.Facts.Watch;

/// <summary>検知が判断つきで片付いた。</summary>
[Fact("detection.closed", "検知が判断つきで片付いた", ProducerModule.Watch, FactVolume.Single, FactArrival.Event, TargetKind.Case)]
public sealed record DetectionClosed(
    string? DetectionId = null,
    string? Conclusion = null,
    string? By = null,
    DateTimeOffset? At = null,
    string? IncidentId = null) : IFact;

namespace Sekisho.Kernel.Facts.Response;

/// <summary>事案の工程一つが記録された。</summary>
[Fact("incident.stage.recorded", "事案の工程一つが記録された", ProducerModule.Response, FactVolume.Single, FactArrival.Event, TargetKind.Case)]
public sealed record IncidentStageRecorded(
    string? IncidentId = null,
    bool? Drill = null,
    string? Stage = null,
    bool? Skipped = null,
    string? By = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? NoteRef = null) : IFact;

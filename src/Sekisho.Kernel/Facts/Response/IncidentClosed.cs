namespace Sekisho.Kernel.Facts.Response;

/// <summary>事案が再発防止策つきで終わった。</summary>
[Fact("incident.closed", "事案が再発防止策つきで終わった", ProducerModule.Response, FactVolume.Single, FactArrival.Event, TargetKind.Case)]
public sealed record IncidentClosed(
    string? IncidentId = null,
    bool? Drill = null,
    string? Severity = null,
    [property: Side] string? Measures = null,
    DateTimeOffset? At = null) : IFact;

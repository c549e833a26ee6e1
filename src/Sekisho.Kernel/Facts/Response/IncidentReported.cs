namespace Sekisho.Kernel.Facts.Response;

/// <summary>事案が報告された。</summary>
[Fact("incident.reported", "事案が報告された", ProducerModule.Response, FactVolume.Single, FactArrival.Event, TargetKind.Case)]
public sealed record IncidentReported(
    string? IncidentId = null,
    string? IncidentClass = null,
    bool? Drill = null,
    DateTimeOffset? FoundAt = null,
    DateTimeOffset? ReportedAt = null,
    string? ReporterPersonId = null,
    string? AddresseeRole = null,
    bool? AddresseeOk = null,
    string? Route = null,
    bool? RouteOk = null,
    bool? LateDiscovery = null) : IFact;

namespace Sekisho.Kernel.Facts.Organisation;

/// <summary>特例が申請された。</summary>
[Fact("exception.requested", "特例が申請された", ProducerModule.Organisation, FactVolume.Single, FactArrival.Event, TargetKind.Case)]
public sealed record ExceptionRequested(
    string? ExceptionId = null,
    string? ExceptionKind = null,
    FactList? Paths = null,
    FactList? ControlIds = null,
    FactList? ScopeTargets = null,
    [property: Side] string? Reason = null,
    [property: Side] string? Alternative = null,
    DateTimeOffset? At = null) : IFact;

namespace Sekisho.Kernel.Facts.Organisation;

/// <summary>特例が議決つきで認められた。</summary>
[Fact("exception.granted", "特例が議決つきで認められた", ProducerModule.Organisation, FactVolume.Single, FactArrival.Dated, TargetKind.Case)]
public sealed record ExceptionGranted(
    string? ExceptionId = null,
    string? ExceptionKind = null,
    string? DecisionId = null,
    string? ApproverRole = null,
    FactList? Paths = null,
    FactList? ControlIds = null,
    FactList? ScopeTargets = null,
    FactList? CompensationControlIds = null,
    [property: Side] string? Alternative = null,
    [property: Side] string? Reason = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null) : IFact;

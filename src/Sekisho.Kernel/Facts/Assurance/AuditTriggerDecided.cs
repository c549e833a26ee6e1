namespace Sekisho.Kernel.Facts.Assurance;

/// <summary>契機に対し監査の実施か見送りが決まった。</summary>
[Fact("audit.trigger.decided", "契機に対し監査の実施か見送りが決まった", ProducerModule.Assurance, FactVolume.Single, FactArrival.Event, TargetKind.Case)]
public sealed record AuditTriggerDecided(
    string? TriggerId = null,
    string? Decision = null,
    string? AuditId = null,
    [property: Side] string? Reason = null,
    DateTimeOffset? At = null) : IFact;

namespace Sekisho.Kernel.Facts.Assurance;

/// <summary>随時監査の契機(重大事案・大きな変更)が生じた。</summary>
[Fact("audit.trigger.raised", "随時監査の契機(重大事案・大きな変更)が生じた", ProducerModule.Assurance, FactVolume.Single, FactArrival.Event, TargetKind.Case)]
public sealed record AuditTriggerRaised(
    string? TriggerId = null,
    string? TriggerKind = null,
    string? TriggerRef = null,
    DateOnly? DueOn = null,
    DateTimeOffset? At = null) : IFact;

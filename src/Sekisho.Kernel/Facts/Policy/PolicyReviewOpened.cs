namespace Sekisho.Kernel.Facts.Policy;

/// <summary>見直し案件が契機つきで起案された。</summary>
[Fact("policy.review.opened", "見直し案件が契機つきで起案された", ProducerModule.Policy, FactVolume.Single, FactArrival.Event, TargetKind.Case)]
public sealed record PolicyReviewOpened(
    string? ReviewId = null,
    string? TriggerId = null,
    string? TriggerKind = null,
    string? TriggerRef = null,
    FactList? Paths = null,
    DateOnly? OpenedOn = null,
    DateOnly? DueOn = null) : IFact;

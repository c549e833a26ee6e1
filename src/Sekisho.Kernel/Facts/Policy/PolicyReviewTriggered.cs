namespace Sekisho.Kernel.Facts.Policy;

/// <summary>見直しの契機(監査・点検の結果、状況変化、リスク評価の変化)が一つ生じた。</summary>
[Fact("policy.review.triggered", "見直しの契機(監査・点検の結果、状況変化、リスク評価の変化)が一つ生じた", ProducerModule.Policy, FactVolume.Single, FactArrival.Event, TargetKind.Case)]
public sealed record PolicyReviewTriggered(
    string? TriggerId = null,
    string? TriggerKind = null,
    string? TriggerRef = null,
    DateOnly? OccurredOn = null) : IFact;

namespace Sekisho.Kernel.Facts.Response;

/// <summary>計画の訓練が行われた。</summary>
[Fact("plan.exercised", "計画の訓練が行われた", ProducerModule.Response, FactVolume.Single, FactArrival.Dated, TargetKind.Document)]
public sealed record PlanExercised(
    string? DocId = null,
    string? PlanKind = null,
    [property: Side] string? Scenario = null,
    string? Result = null,
    DateTimeOffset? At = null,
    DateOnly? NextDue = null) : IFact;

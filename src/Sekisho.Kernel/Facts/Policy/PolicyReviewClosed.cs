namespace Sekisho.Kernel.Facts.Policy;

/// <summary>見直し案件が結論つきで終わった。</summary>
[Fact("policy.review.closed", "見直し案件が結論つきで終わった", ProducerModule.Policy, FactVolume.Single, FactArrival.Event, TargetKind.Case, TargetKind.Document)]
public sealed record PolicyReviewClosed(
    string? ReviewId = null,
    string? DocId = null,
    string? Outcome = null,
    string? NewVersion = null,
    DateOnly? ClosedOn = null) : IFact;

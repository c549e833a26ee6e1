namespace Sekisho.Kernel.Facts.Response;

/// <summary>緊急時・継続・重大時の計画が承認された。</summary>
[Fact("plan.approved", "緊急時・継続・重大時の計画が承認された", ProducerModule.Response, FactVolume.Single, FactArrival.Dated, TargetKind.Document)]
public sealed record PlanApproved(
    string? DocId = null,
    string? PlanKind = null,
    string? Version = null,
    string? StopRole = null,
    string? ResumeRole = null,
    string? ApproverPersonId = null,
    DateTimeOffset? At = null,
    DateOnly? ValidTo = null) : IFact;

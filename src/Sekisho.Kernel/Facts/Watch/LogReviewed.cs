namespace Sekisho.Kernel.Facts.Watch;

/// <summary>記録が人に点検された。</summary>
[Fact("log.reviewed", "記録が人に点検された", ProducerModule.Watch, FactVolume.Single, FactArrival.Dated, TargetKind.System)]
public sealed record LogReviewed(
    string? SystemId = null,
    string? LogKind = null,
    DateOnly? PeriodFrom = null,
    DateOnly? PeriodTo = null,
    string? ReviewerPersonId = null,
    long? FindingCount = null,
    DateTimeOffset? At = null,
    DateOnly? NextDue = null) : IFact;

namespace Sekisho.Kernel.Facts.Access;

/// <summary>権限の棚卸しが済んだ。</summary>
[Fact("access.reviewed", "権限の棚卸しが済んだ", ProducerModule.Access, FactVolume.Single, FactArrival.Dated, TargetKind.System)]
public sealed record AccessReviewed(
    string? SystemId = null,
    string? ReviewerPersonId = null,
    long? KeptCount = null,
    long? RemovedCount = null,
    DateTimeOffset? At = null,
    DateOnly? NextDue = null) : IFact;

namespace Sekisho.Kernel.Facts.Policy;

/// <summary>制定・改正・施行・廃止の経過が一件記録された。</summary>
[Fact("policy.history.recorded", "制定・改正・施行・廃止の経過が一件記録された", ProducerModule.Policy, FactVolume.Single, FactArrival.Event, TargetKind.Document)]
public sealed record PolicyHistoryRecorded(
    string? DocId = null,
    string? Event = null,
    DateOnly? Date = null,
    string? Number = null,
    string? Origin = null,
    bool? Matched = null,
    string? SourcePath = null) : IFact;

namespace Sekisho.Kernel.Facts.Watch;

/// <summary>検知規則が不審な事象を拾った。</summary>
[Fact("detection.raised", "検知規則が不審な事象を拾った", ProducerModule.Watch, FactVolume.Single, FactArrival.Event, TargetKind.Case, TargetKind.System)]
public sealed record DetectionRaised(
    string? DetectionId = null,
    string? SystemId = null,
    string? Zone = null,
    string? RuleId = null,
    string? Severity = null,
    string? EntitiesDigest = null,
    DateOnly? DueOn = null,
    DateTimeOffset? At = null) : IFact;

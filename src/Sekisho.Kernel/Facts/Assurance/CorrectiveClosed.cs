namespace Sekisho.Kernel.Facts.Assurance;

/// <summary>是正が確かめられた。</summary>
[Fact("corrective.closed", "是正が確かめられた", ProducerModule.Assurance, FactVolume.Single, FactArrival.Event, TargetKind.Case)]
public sealed record CorrectiveClosed(
    string? CaseId = null,
    string? EffectResult = null,
    string? EffectCheckedBy = null,
    DateTimeOffset? At = null) : IFact;

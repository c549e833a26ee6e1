namespace Sekisho.Kernel.Facts.Assurance;

/// <summary>是正案件が起きた。</summary>
[Fact("corrective.opened", "是正案件が起きた", ProducerModule.Assurance, FactVolume.Single, FactArrival.Event, TargetKind.Case)]
public sealed record CorrectiveOpened(
    string? CaseId = null,
    string? SourceKind = null,
    string? SourceRef = null,
    string? OwnerPersonId = null,
    DateOnly? DueOn = null) : IFact;

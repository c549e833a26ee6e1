namespace Sekisho.Kernel.Facts.Assurance;

/// <summary>違反の疑いが案件になった。</summary>
[Fact("violation.opened", "違反の疑いが案件になった", ProducerModule.Assurance, FactVolume.Single, FactArrival.Event, TargetKind.Case, TargetKind.Person)]
public sealed record ViolationOpened(
    string? CaseId = null,
    string? PersonId = null,
    string? Path = null,
    string? PersonClass = null,
    string? SourceKind = null,
    string? SourceRef = null,
    DateTimeOffset? At = null) : IFact;

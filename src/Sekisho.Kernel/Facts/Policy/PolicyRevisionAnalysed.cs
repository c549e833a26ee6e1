namespace Sekisho.Kernel.Facts.Policy;

/// <summary>改正前のリスク分析が改正案に付いた。</summary>
[Fact("policy.revision.analysed", "改正前のリスク分析が改正案に付いた", ProducerModule.Policy, FactVolume.Single, FactArrival.Event, TargetKind.Case, TargetKind.Document)]
public sealed record PolicyRevisionAnalysed(
    string? ReviewId = null,
    string? DocId = null,
    FactList? ThreatCodes = null,
    long? Likelihood = null,
    long? Loss = null,
    string? AnalystPersonId = null,
    DateOnly? AnalysedOn = null) : IFact;

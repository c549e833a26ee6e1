namespace Sekisho.Kernel.Facts.Organisation;

/// <summary>会議体が議案を議決した。</summary>
[Fact("committee.decision.made", "会議体が議案を議決した", ProducerModule.Organisation, FactVolume.Single, FactArrival.Event, TargetKind.Case)]
public sealed record CommitteeDecisionMade(
    string? DecisionId = null,
    string? SubjectKind = null,
    string? SubjectId = null,
    string? Result = null,
    long? MemberCount = null,
    long? Present = null,
    bool? QuorumMet = null,
    DateOnly? DecidedOn = null) : IFact;

namespace Sekisho.Kernel.Facts.Policy;

/// <summary>共同制定した機関一つの決定が記録された。</summary>
[Fact("policy.joint_decision.recorded", "共同制定した機関一つの決定が記録された", ProducerModule.Policy, FactVolume.Single, FactArrival.Event, TargetKind.Organ, TargetKind.Document)]
public sealed record PolicyJointDecisionRecorded(
    string? DocId = null,
    string? Version = null,
    string? OrganCode = null,
    DateOnly? DecidedOn = null,
    string? DecisionRef = null) : IFact;

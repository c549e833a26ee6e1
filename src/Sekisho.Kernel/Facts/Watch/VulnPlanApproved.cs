namespace Sekisho.Kernel.Facts.Watch;

/// <summary>脆弱性対応計画が承認された。</summary>
[Fact("vuln.plan.approved", "脆弱性対応計画が承認された", ProducerModule.Watch, FactVolume.Single, FactArrival.Dated, TargetKind.Document)]
public sealed record VulnPlanApproved(
    string? DocId = null,
    string? Scope = null,
    FactList? AssetTypes = null,
    string? ApproverPersonId = null,
    DateOnly? ValidTo = null,
    DateTimeOffset? At = null) : IFact;

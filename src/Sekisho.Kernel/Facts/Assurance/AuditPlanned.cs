namespace Sekisho.Kernel.Facts.Assurance;

/// <summary>監査が計画された。</summary>
[Fact("audit.planned", "監査が計画された", ProducerModule.Assurance, FactVolume.Single, FactArrival.Dated, TargetKind.Case, TargetKind.Unit, TargetKind.Contract)]
public sealed record AuditPlanned(
    string? AuditId = null,
    string? AuditKind = null,
    string? UnitId = null,
    string? ContractId = null,
    DateOnly? DueOn = null) : IFact;

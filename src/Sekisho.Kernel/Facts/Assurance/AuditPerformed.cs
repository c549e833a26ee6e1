namespace Sekisho.Kernel.Facts.Assurance;

/// <summary>監査が行われた。</summary>
[Fact("audit.performed", "監査が行われた", ProducerModule.Assurance, FactVolume.Single, FactArrival.Dated, TargetKind.Case, TargetKind.Unit, TargetKind.Contract)]
public sealed record AuditPerformed(
    string? AuditId = null,
    string? AuditKind = null,
    string? UnitId = null,
    string? ContractId = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    FactList? FindingIds = null) : IFact;

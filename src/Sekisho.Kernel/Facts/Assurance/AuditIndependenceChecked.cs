namespace Sekisho.Kernel.Facts.Assurance;

/// <summary>監査人と被監査部門の関係が照合された。</summary>
[Fact("audit.independence.checked", "監査人と被監査部門の関係が照合された", ProducerModule.Assurance, FactVolume.Single, FactArrival.Event, TargetKind.Case, TargetKind.Person, TargetKind.Unit)]
public sealed record AuditIndependenceChecked(
    string? AuditId = null,
    string? PersonId = null,
    string? UnitId = null,
    string? ConflictKind = null,
    DateOnly? ConflictUntil = null,
    string? AvoidedBy = null) : IFact;

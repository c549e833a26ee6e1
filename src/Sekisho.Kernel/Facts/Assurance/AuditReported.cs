namespace Sekisho.Kernel.Facts.Assurance;

/// <summary>監査結果が報告され受領された。</summary>
[Fact("audit.reported", "監査結果が報告され受領された", ProducerModule.Assurance, FactVolume.Single, FactArrival.Event, TargetKind.Case)]
public sealed record AuditReported(
    string? AuditId = null,
    string? ToRole = null,
    DateOnly? EndedOn = null,
    DateOnly? ReportedOn = null,
    DateOnly? ReceivedOn = null,
    string? ReceivedBy = null) : IFact;

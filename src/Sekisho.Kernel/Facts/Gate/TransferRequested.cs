namespace Sekisho.Kernel.Facts.Gate;

/// <summary>区分間の受渡しが申請された。</summary>
[Fact("transfer.requested", "区分間の受渡しが申請された", ProducerModule.Gate, FactVolume.Single, FactArrival.Event, TargetKind.Case, TargetKind.ZonePair)]
public sealed record TransferRequested(
    string? TransferId = null,
    string? SrcZone = null,
    string? DstZone = null,
    FactList? ObjectSha256s = null,
    string? ClassMax = null,
    bool? ApprovalRequired = null,
    string? RuleRef = null,
    string? RequesterPersonId = null,
    DateTimeOffset? At = null) : IFact;

namespace Sekisho.Kernel.Facts.Gate;

/// <summary>受渡しが実行された。</summary>
[Fact("transfer.released", "受渡しが実行された", ProducerModule.Gate, FactVolume.Single, FactArrival.Event, TargetKind.Case, TargetKind.ZonePair)]
public sealed record TransferReleased(
    string? TransferId = null,
    string? SrcZone = null,
    string? DstZone = null,
    string? Treatment = null,
    string? SafeguardExceptionId = null,
    FactList? ObjectSha256s = null,
    bool? ApprovalRequired = null,
    string? RuleRef = null,
    DateTimeOffset? At = null) : IFact;

namespace Sekisho.Kernel.Facts.Gate;

/// <summary>受渡しが止められた。</summary>
[Fact("transfer.blocked", "受渡しが止められた", ProducerModule.Gate, FactVolume.Single, FactArrival.Event, TargetKind.Case, TargetKind.ZonePair)]
public sealed record TransferBlocked(
    string? TransferId = null,
    string? SrcZone = null,
    string? DstZone = null,
    string? Reason = null,
    DateTimeOffset? At = null) : IFact;

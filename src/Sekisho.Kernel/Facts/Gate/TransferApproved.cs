namespace Sekisho.Kernel.Facts.Gate;

/// <summary>受渡しが承認された。</summary>
[Fact("transfer.approved", "受渡しが承認された", ProducerModule.Gate, FactVolume.Single, FactArrival.Event, TargetKind.Case)]
public sealed record TransferApproved(
    string? TransferId = null,
    string? ApproverPersonId = null,
    DateTimeOffset? At = null) : IFact;

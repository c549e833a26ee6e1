namespace Sekisho.Kernel.Facts.Registers;

/// <summary>配線作業が実施者つきで承認された。</summary>
[Fact("cabling.change.approved", "配線作業が実施者つきで承認された", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Case, TargetKind.Facility)]
public sealed record CablingChangeApproved(
    string? WorkId = null,
    string? SiteId = null,
    [property: Side] string? Place = null,
    string? WorkerClass = null,
    [property: Side] string? Worker = null,
    string? ContractId = null,
    string? ApproverPersonId = null,
    DateTimeOffset? ApprovedAt = null,
    DateTimeOffset? DoneAt = null) : IFact;

namespace Sekisho.Kernel.Facts.Registers;

/// <summary>庁外設置が承認された。</summary>
[Fact("offsite.approved", "庁外設置が承認された", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Asset)]
public sealed record OffsiteApproved(
    string? AssetId = null,
    [property: Side] string? Place = null,
    string? ApproverPersonId = null,
    string? ApproverRole = null,
    DateTimeOffset? At = null) : IFact;

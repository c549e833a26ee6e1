namespace Sekisho.Kernel.Facts.Zones;

/// <summary>区分を越える通信が個別に許可された。</summary>
[Fact("zone.flow.permitted", "区分を越える通信が個別に許可された", ProducerModule.Zones, FactVolume.Single, FactArrival.Dated, TargetKind.ZonePair)]
public sealed record ZoneFlowPermitted(
    string? FlowId = null,
    string? SrcZone = null,
    string? DstZone = null,
    string? Src = null,
    string? Dst = null,
    string? Proto = null,
    string? Port = null,
    [property: Side] string? Reason = null,
    string? ApproverPersonId = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null) : IFact;

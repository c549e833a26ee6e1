namespace Sekisho.Kernel.Facts.Zones;

/// <summary>三層の設計判断が理由つきで記録された。</summary>
[Fact("zone.design.decided", "三層の設計判断が理由つきで記録された", ProducerModule.Zones, FactVolume.Single, FactArrival.Event, TargetKind.City)]
public sealed record ZoneDesignDecided(
    string? DecisionId = null,
    [property: Side] string? Options = null,
    [property: Side] string? ComparedItems = null,
    [property: Side] string? Reason = null,
    string? ConfigSha256 = null,
    string? By = null,
    DateTimeOffset? At = null) : IFact;

namespace Sekisho.Kernel.Facts.Registers;

/// <summary>配線の損傷対応が終わった。</summary>
[Fact("cable.damage.closed", "配線の損傷対応が終わった", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Case, TargetKind.Facility)]
public sealed record CableDamageClosed(
    string? DamageId = null,
    string? SiteId = null,
    string? By = null,
    DateTimeOffset? At = null) : IFact;

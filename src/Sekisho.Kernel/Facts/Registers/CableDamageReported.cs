namespace Sekisho.Kernel.Facts.Registers;

/// <summary>配線の損傷が知らされた。</summary>
[Fact("cable.damage.reported", "配線の損傷が知らされた", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Case, TargetKind.Facility)]
public sealed record CableDamageReported(
    string? DamageId = null,
    string? SiteId = null,
    [property: Side] string? Place = null,
    string? By = null,
    DateOnly? DueOn = null,
    DateTimeOffset? At = null) : IFact;

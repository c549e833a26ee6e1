namespace Sekisho.Kernel.Facts.Registers;

/// <summary>ライフサイクル段階の取扱いが規則と照合された。</summary>
[Fact("asset.handling.checked", "ライフサイクル段階の取扱いが規則と照合された", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Asset)]
public sealed record AssetHandlingChecked(
    string? AssetId = null,
    string? Stage = null,
    string? RuleId = null,
    string? MeasureKind = null,
    string? Result = null,
    string? ViolationId = null,
    DateTimeOffset? FixedAt = null,
    DateTimeOffset? At = null) : IFact;

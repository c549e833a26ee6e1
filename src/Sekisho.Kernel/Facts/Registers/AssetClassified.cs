namespace Sekisho.Kernel.Facts.Registers;

/// <summary>資産の三性質の分類が決まった。</summary>
[Fact("asset.classified", "資産の三性質の分類が決まった", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Asset)]
public sealed record AssetClassified(
    string? AssetId = null,
    string? Confidentiality = null,
    string? Integrity = null,
    string? Availability = null,
    string? Importance = null,
    string? ClassifiedBy = null,
    DateTimeOffset? At = null) : IFact;

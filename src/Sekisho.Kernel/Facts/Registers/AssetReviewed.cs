namespace Sekisho.Kernel.Facts.Registers;

/// <summary>資産の分類が再評価された。</summary>
[Fact("asset.reviewed", "資産の分類が再評価された", ProducerModule.Registers, FactVolume.Single, FactArrival.Dated, TargetKind.Asset)]
public sealed record AssetReviewed(
    string? AssetId = null,
    string? Result = null,
    string? By = null,
    DateTimeOffset? At = null,
    DateOnly? NextDue = null) : IFact;

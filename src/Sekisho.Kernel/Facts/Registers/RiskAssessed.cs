namespace Sekisho.Kernel.Facts.Registers;

/// <summary>資産・業務のリスクが評価された。</summary>
[Fact("risk.assessed", "資産・業務のリスクが評価された", ProducerModule.Registers, FactVolume.Single, FactArrival.Dated, TargetKind.Asset)]
public sealed record RiskAssessed(
    string? AssetId = null,
    string? Importance = null,
    long? Likelihood = null,
    long? Score = null,
    bool? Changed = null,
    string? By = null,
    DateTimeOffset? At = null,
    DateOnly? NextDue = null) : IFact;

namespace Sekisho.Kernel.Facts.Organisation;

/// <summary>より高い管理体制と条文の要求が突き合わされた。</summary>
[Fact("equivalence.verified", "より高い管理体制と条文の要求が突き合わされた", ProducerModule.Organisation, FactVolume.Single, FactArrival.Dated, TargetKind.Unit)]
public sealed record EquivalenceVerified(
    string? Scheme = null,
    string? UnitId = null,
    string? Path = null,
    bool? Met = null,
    string? AlternativeRef = null,
    string? By = null,
    DateOnly? ValidTo = null) : IFact;

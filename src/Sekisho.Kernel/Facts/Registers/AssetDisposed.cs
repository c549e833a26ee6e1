namespace Sekisho.Kernel.Facts.Registers;

/// <summary>資産が台帳から除かれた。</summary>
[Fact("asset.disposed", "資産が台帳から除かれた", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Asset)]
public sealed record AssetDisposed(
    string? AssetId = null,
    string? Method = null,
    bool? Returned = null,
    string? ErasureFactId = null,
    DateTimeOffset? At = null) : IFact;

namespace Sekisho.Kernel.Facts.Registers;

/// <summary>庁外機器の対策状況が確かめられた。</summary>
[Fact("offsite.checked", "庁外機器の対策状況が確かめられた", ProducerModule.Registers, FactVolume.Single, FactArrival.Dated, TargetKind.Asset)]
public sealed record OffsiteChecked(
    string? AssetId = null,
    [property: Side] string? Items = null,
    string? Result = null,
    string? By = null,
    DateTimeOffset? At = null,
    DateOnly? NextDue = null) : IFact;

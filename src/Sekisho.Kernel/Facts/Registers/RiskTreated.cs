namespace Sekisho.Kernel.Facts.Registers;

/// <summary>リスク対応が決まり残存値が記録された。</summary>
[Fact("risk.treated", "リスク対応が決まり残存値が記録された", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Asset)]
public sealed record RiskTreated(
    string? AssetId = null,
    string? Decision = null,
    string? Residual = null,
    string? OwnerPersonId = null,
    DateOnly? DueOn = null,
    DateOnly? DoneOn = null) : IFact;

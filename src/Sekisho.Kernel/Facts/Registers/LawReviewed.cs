namespace Sekisho.Kernel.Facts.Registers;

/// <summary>法令台帳が見直された。</summary>
[Fact("law.reviewed", "法令台帳が見直された", ProducerModule.Registers, FactVolume.Single, FactArrival.Dated, TargetKind.Document)]
public sealed record LawReviewed(
    string? DocId = null,
    string? By = null,
    DateTimeOffset? At = null,
    DateOnly? NextDue = null) : IFact;

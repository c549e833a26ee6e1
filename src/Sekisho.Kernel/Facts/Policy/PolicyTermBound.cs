namespace Sekisho.Kernel.Facts.Policy;

/// <summary>定義語が製品の語彙に結び付いた。</summary>
[Fact("policy.term.bound", "定義語が製品の語彙に結び付いた", ProducerModule.Policy, FactVolume.Single, FactArrival.Event, TargetKind.Document)]
public sealed record PolicyTermBound(
    string? DocId = null,
    string? Term = null,
    string? State = null,
    string? MeaningCode = null,
    string? Path = null,
    string? LocalName = null) : IFact;

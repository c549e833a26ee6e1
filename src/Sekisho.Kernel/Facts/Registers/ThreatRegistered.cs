namespace Sekisho.Kernel.Facts.Registers;

/// <summary>条文の脅威が一覧に登録された。</summary>
[Fact("threat.registered", "条文の脅威が一覧に登録された", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.City)]
public sealed record ThreatRegistered(
    string? ThreatCode = null,
    string? Path = null,
    string? Group = null,
    string? State = null) : IFact;

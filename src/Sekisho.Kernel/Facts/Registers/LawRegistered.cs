namespace Sekisho.Kernel.Facts.Registers;

/// <summary>関係法令が台帳に載った。</summary>
[Fact("law.registered", "関係法令が台帳に載った", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Document)]
public sealed record LawRegistered(
    string? DocId = null,
    string? Title = null,
    string? LawVersion = null,
    DateOnly? VersionCheckedOn = null,
    FactList? Paths = null,
    string? HandlingRule = null) : IFact;

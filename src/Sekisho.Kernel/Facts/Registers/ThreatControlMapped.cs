namespace Sekisho.Kernel.Facts.Registers;

/// <summary>脅威に対策が対応付けられた。</summary>
[Fact("threat.control.mapped", "脅威に対策が対応付けられた", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.City)]
public sealed record ThreatControlMapped(
    string? ThreatCode = null,
    FactList? ControlIds = null,
    DateOnly? ReviewedOn = null) : IFact;

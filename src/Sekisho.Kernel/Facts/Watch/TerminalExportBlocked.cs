namespace Sekisho.Kernel.Facts.Watch;

/// <summary>端末での書出しが止められた。</summary>
[Fact("terminal.export.blocked", "端末での書出しが止められた", ProducerModule.Watch, FactVolume.Single, FactArrival.Event, TargetKind.Terminal, TargetKind.Person)]
public sealed record TerminalExportBlocked(
    string? TerminalId = null,
    string? PersonId = null,
    string? Channel = null,
    DateTimeOffset? At = null) : IFact;

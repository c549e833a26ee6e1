namespace Sekisho.Kernel.Facts.Gate;

/// <summary>無害化前の原本が保全された。</summary>
[Fact("file.original.held", "無害化前の原本が保全された", ProducerModule.Gate, FactVolume.Single, FactArrival.Event, TargetKind.Message, TargetKind.Case)]
public sealed record FileOriginalHeld(
    string? MessageId = null,
    string? TransferId = null,
    string? ObjectId = null,
    string? Sha256 = null,
    DateOnly? RetainUntil = null,
    string? State = null,
    DateTimeOffset? At = null) : IFact;

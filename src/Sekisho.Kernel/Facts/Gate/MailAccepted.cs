namespace Sekisho.Kernel.Facts.Gate;

/// <summary>他区分から来たメール一通が保全されて受け付けられた。</summary>
[Fact("mail.accepted", "他区分から来たメール一通が保全されて受け付けられた", ProducerModule.Gate, FactVolume.Single, FactArrival.Event, TargetKind.Message, TargetKind.ZonePair)]
public sealed record MailAccepted(
    string? MessageId = null,
    string? SrcZone = null,
    string? DstZone = null,
    string? SrcSha256 = null,
    DateTimeOffset? AcceptedAt = null) : IFact;

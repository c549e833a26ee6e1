namespace Sekisho.Kernel.Facts.Gate;

/// <summary>無害化後のメールが宛先区分に渡された。</summary>
[Fact("mail.released", "無害化後のメールが宛先区分に渡された", ProducerModule.Gate, FactVolume.Single, FactArrival.Event, TargetKind.Message, TargetKind.ZonePair)]
public sealed record MailReleased(
    string? MessageId = null,
    string? SrcZone = null,
    string? DstZone = null,
    string? OutSha256 = null,
    FactList? PartSha256s = null,
    bool? ApprovalRequired = null,
    string? ApprovalRef = null,
    string? RuleRef = null,
    bool? Bypassed = null,
    DateTimeOffset? At = null) : IFact;

namespace Sekisho.Kernel.Facts.Gate;

/// <summary>受信メール一通の本文が文字化された。</summary>
[Fact("mail.sanitised", "受信メール一通の本文が文字化された", ProducerModule.Gate, FactVolume.Single, FactArrival.Event, TargetKind.Message)]
public sealed record MailSanitised(
    string? MessageId = null,
    string? SrcSha256 = null,
    string? OutSha256 = null,
    bool? BodyToText = null,
    string? PartsRemoved = null,
    string? Outcome = null,
    long? DurationMs = null) : IFact;

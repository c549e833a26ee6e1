namespace Sekisho.Kernel.Facts.Watch;

/// <summary>端末が媒体・書出し等の設定を報告した。</summary>
[Fact("terminal.policy.reported", "端末が媒体・書出し等の設定を報告した", ProducerModule.Watch, FactVolume.Summary, FactArrival.Feed, TargetKind.Terminal)]
public sealed record TerminalPolicyReported(
    string? TerminalId = null,
    string? Zone = null,
    bool? Usb = null,
    bool? Print = null,
    bool? Clipboard = null,
    bool? ExportClosed = null,
    bool? Encrypted = null,
    string? PolicySha256 = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

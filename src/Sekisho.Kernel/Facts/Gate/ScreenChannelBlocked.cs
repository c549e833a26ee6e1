namespace Sekisho.Kernel.Facts.Gate;

/// <summary>画面転送で写し取り・印刷・ファイル経路が閉じている。</summary>
[Fact("screen.channel.blocked", "画面転送で写し取り・印刷・ファイル経路が閉じている", ProducerModule.Gate, FactVolume.Single, FactArrival.Event, TargetKind.ZonePair, TargetKind.Case)]
public sealed record ScreenChannelBlocked(
    string? SessionId = null,
    string? SrcZone = null,
    string? DstZone = null,
    bool? Clipboard = null,
    bool? Drive = null,
    bool? Printer = null,
    bool? File = null,
    DateTimeOffset? At = null) : IFact;

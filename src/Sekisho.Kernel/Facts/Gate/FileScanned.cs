namespace Sekisho.Kernel.Facts.Gate;

/// <summary>ファイルが不正プログラム検査を受けた。</summary>
[Fact("file.scanned", "ファイルが不正プログラム検査を受けた", ProducerModule.Gate, FactVolume.Single, FactArrival.Event, TargetKind.Message, TargetKind.Case)]
public sealed record FileScanned(
    string? MessageId = null,
    string? TransferId = null,
    string? FileId = null,
    string? Stage = null,
    string? Sha256 = null,
    string? Engine = null,
    string? SignatureVersion = null,
    string? ScanResult = null,
    DateTimeOffset? At = null) : IFact;

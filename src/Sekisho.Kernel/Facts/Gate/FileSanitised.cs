namespace Sekisho.Kernel.Facts.Gate;

/// <summary>ファイル一つが無害化された。</summary>
[Fact("file.sanitised", "ファイル一つが無害化された", ProducerModule.Gate, FactVolume.Single, FactArrival.Event, TargetKind.Message, TargetKind.Case)]
public sealed record FileSanitised(
    string? MessageId = null,
    string? TransferId = null,
    string? FileId = null,
    string? Type = null,
    string? SrcSha256 = null,
    string? OutSha256 = null,
    FactList? Removed = null,
    string? Method = null,
    string? Outcome = null,
    DateTimeOffset? At = null) : IFact;

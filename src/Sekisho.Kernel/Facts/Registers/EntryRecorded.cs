namespace Sekisho.Kernel.Facts.Registers;

/// <summary>管理区域への入退室が記録された。</summary>
[Fact("entry.recorded", "管理区域への入退室が記録された", ProducerModule.Registers, FactVolume.Summary, FactArrival.Feed, TargetKind.Facility)]
public sealed record EntryRecorded(
    string? SiteId = null,
    long? InCount = null,
    long? OutCount = null,
    long? OpenCount = null,
    long? Count = null,
    DateTimeOffset? FirstAt = null,
    DateTimeOffset? LastAt = null,
    string? Digest = null) : IFact;

namespace Sekisho.Kernel.Facts.Registers;

/// <summary>外部サービスの利用が申請された。</summary>
[Fact("cloud.use.requested", "外部サービスの利用が申請された", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Service, TargetKind.Unit)]
public sealed record CloudUseRequested(
    string? ServiceId = null,
    string? UnitId = null,
    FactList? InfoClasses = null,
    DateTimeOffset? At = null) : IFact;

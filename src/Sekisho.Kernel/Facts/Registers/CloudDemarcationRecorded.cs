namespace Sekisho.Kernel.Facts.Registers;

/// <summary>サービスの特性と責任分界が表になった。</summary>
[Fact("cloud.demarcation.recorded", "サービスの特性と責任分界が表になった", ProducerModule.Registers, FactVolume.Single, FactArrival.Dated, TargetKind.Service)]
public sealed record CloudDemarcationRecorded(
    string? ServiceId = null,
    [property: Side] string? Items = null,
    [property: Side] string? OwnerOfEach = null,
    string? Version = null,
    DateTimeOffset? At = null,
    DateOnly? NextDue = null) : IFact;

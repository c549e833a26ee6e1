namespace Sekisho.Kernel.Facts.Organisation;

/// <summary>特例の期限が切れた。</summary>
[Fact("exception.expired", "特例の期限が切れた", ProducerModule.Organisation, FactVolume.Single, FactArrival.Event, TargetKind.Case)]
public sealed record ExceptionExpired(
    string? ExceptionId = null,
    string? Cause = null,
    DateTimeOffset? At = null) : IFact;

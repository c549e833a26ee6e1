namespace Sekisho.Kernel.Facts.Response;

/// <summary>重大時に業務停止・再開が判断された。</summary>
[Fact("service.suspended", "重大時に業務停止・再開が判断された", ProducerModule.Response, FactVolume.Single, FactArrival.Event, TargetKind.Case, TargetKind.System)]
public sealed record ServiceSuspended(
    string? EventId = null,
    string? SystemId = null,
    string? DocId = null,
    bool? WithinPlan = null,
    string? DecidedByRole = null,
    DateTimeOffset? StoppedAt = null,
    DateTimeOffset? ResumedAt = null) : IFact;

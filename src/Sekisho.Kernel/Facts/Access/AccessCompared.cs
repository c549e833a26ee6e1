namespace Sekisho.Kernel.Facts.Access;

/// <summary>システムの実際の権限と台帳の権限が比べられた。</summary>
[Fact("access.compared", "システムの実際の権限と台帳の権限が比べられた", ProducerModule.Access, FactVolume.Single, FactArrival.Feed, TargetKind.System)]
public sealed record AccessCompared(
    string? SystemId = null,
    long? RightCount = null,
    long? UnapprovedCount = null,
    long? UnapprovedSuccessCount = null,
    long? MissingCount = null,
    DateOnly? FixDueOn = null,
    DateTimeOffset? At = null) : IFact;

namespace Sekisho.Kernel.Facts.Watch;

/// <summary>安全機能一つの働きが試された。</summary>
[Fact("security_function.checked", "安全機能一つの働きが試された", ProducerModule.Watch, FactVolume.Single, FactArrival.Feed, TargetKind.System)]
public sealed record SecurityFunctionChecked(
    string? FunctionId = null,
    string? SystemId = null,
    string? Result = null,
    DateTimeOffset? FailedSince = null,
    DateTimeOffset? At = null) : IFact;

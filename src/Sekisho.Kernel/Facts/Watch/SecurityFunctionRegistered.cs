namespace Sekisho.Kernel.Facts.Watch;

/// <summary>試すべき安全機能が登録された。</summary>
[Fact("security_function.registered", "試すべき安全機能が登録された", ProducerModule.Watch, FactVolume.Single, FactArrival.Event, TargetKind.System)]
public sealed record SecurityFunctionRegistered(
    string? FunctionId = null,
    string? SystemId = null,
    string? FunctionKind = null,
    bool? Own = null,
    DateTimeOffset? At = null) : IFact;

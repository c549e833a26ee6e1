namespace Sekisho.Kernel.Facts.Access;

/// <summary>不在時の代行者が設定された。</summary>
[Fact("access.delegate.configured", "不在時の代行者が設定された", ProducerModule.Access, FactVolume.Single, FactArrival.Dated, TargetKind.Unit, TargetKind.Person)]
public sealed record AccessDelegateConfigured(
    string? UnitId = null,
    string? RoleCode = null,
    string? PersonId = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null) : IFact;

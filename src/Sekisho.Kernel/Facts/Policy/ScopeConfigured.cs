namespace Sekisho.Kernel.Facts.Policy;

/// <summary>機関・情報・人・資産種別の適用区分が条文つきで設定された。</summary>
[Fact("scope.configured", "機関・情報・人・資産種別の適用区分が条文つきで設定された", ProducerModule.Policy, FactVolume.Single, FactArrival.Event, TargetKind.City, TargetKind.Organ)]
public sealed record ScopeConfigured(
    string? Dimension = null,
    string? Code = null,
    string? OrganCode = null,
    string? SrcZone = null,
    string? DstZone = null,
    bool? InScope = null,
    bool? DeclaredNone = null,
    string? ConfirmState = null,
    string? Path = null,
    DateTimeOffset? ConfiguredAt = null) : IFact;

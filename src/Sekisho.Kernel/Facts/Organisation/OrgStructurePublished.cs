namespace Sekisho.Kernel.Facts.Organisation;

/// <summary>推進体制図が生成され公開された。</summary>
[Fact("org.structure.published", "推進体制図が生成され公開された", ProducerModule.Organisation, FactVolume.Single, FactArrival.Event, TargetKind.City)]
public sealed record OrgStructurePublished(
    string? ChartVersion = null,
    string? RosterSha256 = null,
    long? RoleCount = null,
    long? UnitCount = null,
    long? VacantCount = null,
    string? Sha256 = null,
    DateTimeOffset? PublishedAt = null) : IFact;

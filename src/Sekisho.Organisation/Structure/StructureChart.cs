namespace Sekisho.Organisation.Structure;

/// <summary>A published 推進体制図: the words it showed, their digest and the counts that went into the fact.</summary>
internal sealed record StructureChart(
    string Version, string Sha256, int RoleCount, int UnitCount, int VacantCount, DateTimeOffset PublishedAt, string PublishedBy, string Content, int RowVersion = 1);

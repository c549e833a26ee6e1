namespace Sekisho.Organisation.Import;

/// <summary>What an import did.</summary>
public sealed record ImportResult(IReadOnlyList<ImportCount> Counts, int RoleChanges);

namespace Sekisho.Shell.Tables;

/// <summary>Conditions of one list under a name a person gave them.</summary>
/// <param name="Address">Path and query of this site.</param>
internal sealed record SavedView(Guid Id, string Name, string Address);

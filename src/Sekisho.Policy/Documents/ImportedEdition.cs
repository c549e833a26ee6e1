namespace Sekisho.Policy.Documents;

/// <summary>What an import did.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Clauses">Clauses of the tree.</param>
/// <param name="Obligations">Obligations of the pack, all of which found their clauses.</param>
public sealed record ImportedEdition(string DocumentId, int Version, int Clauses, int Obligations);

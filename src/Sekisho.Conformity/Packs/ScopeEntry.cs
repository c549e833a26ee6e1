namespace Sekisho.Conformity.Packs;

/// <summary>One thing a text takes in or leaves out. Dimension: body, information, person, asset.</summary>
public sealed record ScopeEntry(string Dimension, string Code, string Name, bool InScope, string? Path);

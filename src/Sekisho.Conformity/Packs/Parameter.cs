namespace Sekisho.Conformity.Packs;

/// <summary>A value a rule uses and a city may set, as written: 14日, 90%, 12. Every default is a proposal of this product.</summary>
public sealed record Parameter(string Name, string Default, string? Reason);

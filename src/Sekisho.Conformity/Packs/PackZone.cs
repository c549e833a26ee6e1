namespace Sekisho.Conformity.Packs;

/// <summary>What a city's text calls a network zone.</summary>
public sealed record PackZone(string Code, string LocalName, string? Path);

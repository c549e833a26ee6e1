namespace Sekisho.Conformity.Packs;

/// <summary>A way from one zone to another that the city uses; kind: mail or file.</summary>
public sealed record PackRoute(string From, string To, string Kind, string? Path);

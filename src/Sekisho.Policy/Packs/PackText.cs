namespace Sekisho.Policy.Packs;

/// <summary>A text a pack ships for a document below its policy.</summary>
public sealed record PackText(string Name, string Kind, byte[] Content);

namespace Sekisho.Conformity.Packs;

/// <summary>A word or sentence in Japanese and English.</summary>
public sealed record LocalText(string Ja, string En);

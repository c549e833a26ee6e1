namespace Sekisho.Policy.Library;

/// <summary>An edition without its text.</summary>
public sealed record EditionHead(string DocumentId, int Version, string PublicationState, DateOnly? EnactedOn, DateOnly? EffectiveOn, string? Number);

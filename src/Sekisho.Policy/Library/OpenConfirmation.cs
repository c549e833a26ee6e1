namespace Sekisho.Policy.Library;

/// <summary>A confirmation a person still owes.</summary>
public sealed record OpenConfirmation(string DocumentId, string Title, int Version, DateOnly DueOn);

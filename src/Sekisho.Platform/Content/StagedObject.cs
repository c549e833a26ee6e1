namespace Sekisho.Platform.Content;

/// <summary>Bytes that are safely on disk but that no row knows yet. Held by a command within 24 hours, else collected (rule T9).</summary>
public sealed record StagedObject(string Id, Guid KeyId, long Size);

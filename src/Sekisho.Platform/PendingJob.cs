namespace Sekisho.Platform;

/// <summary>A job to be inserted when its command commits.</summary>
internal sealed record PendingJob(Guid Id, string Kind, string ArgsJson, DateTimeOffset NotBefore);

namespace Sekisho.Platform.Notifications;

/// <summary>A notification to be inserted when its command commits.</summary>
internal sealed record PendingNotification(Guid Id, string PersonId, string Key, IReadOnlyDictionary<string, string> Args, string? Link);

namespace Sekisho.Platform.Notifications;

/// <summary>One notice to a person. <paramref name="Key"/> and <paramref name="Args"/> make the sentence when it is shown.</summary>
public sealed record Notification(Guid Id, string Key, IReadOnlyDictionary<string, string> Args, string? Link, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt);

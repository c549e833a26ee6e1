namespace Sekisho.Platform.Approvals;

/// <summary>後閲: a person in whose place somebody decided, and when they looked at it afterwards.</summary>
/// <param name="DeputyId">Who decided.</param>
/// <param name="SeenAt">Null until they have looked.</param>
public sealed record LaterLook(string PersonId, int Step, string DeputyId, DateTimeOffset? SeenAt = null);

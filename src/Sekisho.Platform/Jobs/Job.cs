namespace Sekisho.Platform.Jobs;

/// <summary>A leased job. <paramref name="Attempt"/> counts from 1.</summary>
public sealed record Job(Guid Id, string Kind, string ArgsJson, int Attempt, DateTimeOffset LeaseUntil);

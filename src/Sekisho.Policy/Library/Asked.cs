namespace Sekisho.Policy.Library;

/// <summary>Asked to confirm until <paramref name="DueOn"/>; done when <paramref name="At"/> is there.</summary>
public sealed record Asked(DateOnly DueOn, DateTimeOffset? At);

namespace Sekisho.Platform.Jobs;

/// <summary>How a job's attempt ended.</summary>
/// <param name="Reason">Why it must be tried again or was given up; for an administrator, without personal data.</param>
/// <param name="Delay">Pause before the next attempt; null = growing by itself (5 s doubled each time, at most 1 h).</param>
public sealed record JobOutcome(JobEnd End, string? Reason = null, TimeSpan? Delay = null)
{
    public static JobOutcome Done { get; } = new(JobEnd.Done);
    public static JobOutcome Retry(string reason, TimeSpan? delay = null) => new(JobEnd.Retry, reason, delay);
    public static JobOutcome Failed(string reason) => new(JobEnd.Failed, reason);
}

namespace Sekisho.Platform.Jobs;

/// <summary>Does one kind of job. Must be safe to run again: a lease that ran out gives the job to somebody else.</summary>
public interface IJobHandler
{
    string Kind { get; }
    Task<JobOutcome> RunAsync(Job job, CancellationToken ct);
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Sekisho.Platform.Jobs;

/// <summary>Runs due jobs in a few slots of this process. A handler that throws has its job tried again; the reason stays on the row.</summary>
public sealed class JobHost(IEnumerable<IJobHandler> handlers, JobQueue queue, PlatformOptions options, TimeProvider time, ILogger<JobHost> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250), AfterFailure = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, IJobHandler> handlers = handlers.ToDictionary(h => h.Kind, StringComparer.Ordinal);

    /// <summary>Runs every job that is due now, one after the other (tests, demo loading).</summary>
    /// <returns>How many attempts were made.</returns>
    public async Task<int> DrainAsync(CancellationToken ct)
    {
        var count = 0;
        while (await OneAsync(ct)) count++;
        return count;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        handlers.Count == 0 ? Task.CompletedTask : Task.WhenAll(Enumerable.Range(0, options.JobSlots).Select(_ => SlotAsync(stoppingToken)));

    private async Task SlotAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (!await OneAsync(ct)) await Task.Delay(Poll, time, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "The job queue cannot be reached; it will be tried again.");
                await Task.Delay(AfterFailure, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> OneAsync(CancellationToken ct)
    {
        if (await queue.ClaimAsync([.. handlers.Keys], ct) is not { } claimed) return false;
        var outcome = await RunAsync(claimed.Job, ct);
        await queue.EndAsync(claimed.Job, claimed.Token, outcome, ct);
        PlatformMeter.Jobs.Add(1, PlatformMeter.Tag("kind", claimed.Job.Kind), PlatformMeter.Tag("end", outcome.End.ToString().ToLowerInvariant()));
        return true;
    }

    private async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        try
        {
            return await handlers[job.Kind].RunAsync(job, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogError(e, "Job {Kind} {Id} failed in attempt {Attempt}.", job.Kind, job.Id, job.Attempt);
            return JobOutcome.Retry(e.GetType().Name + ": " + e.Message);
        }
    }
}

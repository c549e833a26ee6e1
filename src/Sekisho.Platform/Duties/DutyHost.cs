using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sekisho.Platform.Content;

namespace Sekisho.Platform.Duties;

/// <summary>Runs the duty engine every few minutes, and what must happen daily in the ground itself: ends of retention, orphans, old command results.</summary>
internal sealed class DutyHost(DutyEngine duties, ContentRetention retention, CommandHistory history, TimeProvider time, ILogger<DutyHost> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5), HousekeepingEvery = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? kept = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await duties.RunAsync(stoppingToken);
                if (kept is not { } at || time.GetElapsedTime(at) > HousekeepingEvery)
                {
                    await retention.EraseAsync(stoppingToken);
                    await retention.CollectOrphansAsync(stoppingToken);
                    await history.TrimAsync(stoppingToken);
                    kept = time.GetTimestamp();
                }
                await Task.Delay(Every, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "Duties or housekeeping failed; they will be tried again.");
                await Task.Delay(TimeSpan.FromSeconds(30), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sekisho.Kernel;

namespace Sekisho.Organisation.Daily;

/// <summary>Asks for the day's check when the day has turned. A failure is logged and tried again; the check itself happens once a day.</summary>
internal sealed class DailyHost(CheckDay check, TimeProvider time, ILogger<DailyHost> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateOnly? done = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            var today = JapanTime.Day(time.GetUtcNow());
            if (done != today && await CheckAsync(stoppingToken)) done = today;
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> CheckAsync(CancellationToken ct)
    {
        try
        {
            var result = await check.RunAsync(ct);
            if (!result.IsOk) log.LogWarning("The daily check of roles was refused: {Reason}", string.Join(" / ", result.Refusals));
            return result.IsOk;
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogError(e, "The daily check of roles failed; it will be tried again.");
            return false;
        }
        catch (OperationCanceledException)
        {
            return false; // stopping
        }
    }
}

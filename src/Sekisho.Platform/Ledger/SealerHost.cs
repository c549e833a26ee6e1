using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Sekisho.Platform.Ledger;

/// <summary>Runs the sealer at its interval; the full anti-join at start and every ten minutes.</summary>
internal sealed class SealerHost(Sealer sealer, PlatformOptions options, TimeProvider time, ILogger<SealerHost> log) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(10), AfterFailure = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var swept = (long?)null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (swept is not { } at || time.GetElapsedTime(at) > SweepEvery)
                {
                    await sealer.SweepAsync(stoppingToken);
                    swept = time.GetTimestamp();
                }
                await sealer.SealAsync(stoppingToken);
                await Task.Delay(options.SealInterval, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "Sealing failed; it will be tried again.");
                await Task.Delay(AfterFailure, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}

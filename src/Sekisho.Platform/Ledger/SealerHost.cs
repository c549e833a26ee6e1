using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sekisho.Kernel;

namespace Sekisho.Platform.Ledger;

/// <summary>Runs the sealer at its interval; the full anti-join at start and every ten minutes; records clock jumps (rule T14).</summary>
internal sealed class SealerHost(
    Sealer sealer, CommandRunner commands, PlatformOptions options, TimeProvider time, IdSource ids, ILogger<SealerHost> log) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(10), AfterFailure = TimeSpan.FromSeconds(1);
    private readonly ClockWatch clock = new(time);
    private long? swept;

    /// <summary>One round: clock, sweep when due, seal.</summary>
    public async Task RoundAsync(CancellationToken ct)
    {
        if (clock.Look() is { } jump) await RecordAsync(jump, ct);
        if (swept is not { } at || time.GetElapsedTime(at) > SweepEvery)
        {
            await sealer.SweepAsync(ct);
            swept = time.GetTimestamp();
        }
        await sealer.SealAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stoppingToken);
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

    private async Task RecordAsync(ClockJump jump, CancellationToken ct)
    {
        PlatformMeter.ClockJumps.Add(1);
        log.LogWarning("The clock jumped by {Seconds} s.", jump.Seconds);
        await commands.RunAsync<int>(ids.Next(), "platform.clock", Actor.Service("sealer"), (work, _) =>
        {
            work.Audit("platform.clock.jumped", new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["seconds"] = jump.Seconds, ["expected"] = jump.Expected, ["shown"] = jump.Shown,
            });
            return Task.FromResult<Result<int>>(0);
        }, ct);
    }
}

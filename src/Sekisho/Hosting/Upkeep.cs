using Sekisho.Kernel;

namespace Sekisho.Hosting;

/// <summary>
/// Looks after what a running installation depends on: a database server or a scanner that has ended is started again, a sandbox that could not be
/// made is tried again. Each on a loop of its own, so that one that takes long keeps none waiting.
/// </summary>
internal sealed class Upkeep(Running running, ScannerProcess scanner, TimeProvider time, ILogger<Upkeep> log)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(4);

    /// <summary>Runs until it is told to stop.</summary>
    internal Task RunAsync(CancellationToken ct) => Task.WhenAll(
        WatchAsync("database", () => running.Cluster?.IsOurs() ?? true, StartDatabaseAsync, ct),
        WatchAsync("scanner", () => scanner.IsAlive, () => scanner.StartAsync(running.Settings.IsDemo, time, ct), ct),
        WatchAsync("sandbox", () => running.Workers.State.IsUsable, () => ProbeAsync(ct), ct));

    private async Task<Refusal?> StartDatabaseAsync()
    {
        // Not cut short: a server half started would stay behind.
        var started = await running.Cluster!.StartAsync(CancellationToken.None);
        return started.IsOk ? null : started.Refusals[0];
    }

    private async Task<Refusal?> ProbeAsync(CancellationToken ct)
    {
        var state = await running.Workers.ProbeAsync(ct);
        return state.IsUsable ? null : StartRefusals.NoSandbox(state);
    }

    private async Task WatchAsync(string what, Func<bool> isWell, Func<Task<Refusal?>> mend, CancellationToken ct)
    {
        var failures = 0;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Every, time, ct);
                if (isWell()) continue;
                var refusal = await mend();
                failures = refusal is null ? 0 : failures + 1;
                if (refusal is null) log.LogWarning("The {Part} was down and works again.", what);
                // Once, then about every five minutes: a machine without a sandbox must not fill its log.
                else if (failures % 75 == 1) log.LogWarning("The {Part} is down: {Reason}", what, refusal.ToString());
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "The {Part} could not be looked after; it will be tried again.", what);
            }
        }
    }
}

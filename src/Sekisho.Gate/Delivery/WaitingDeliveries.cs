using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sekisho.Gate.Model;
using Sekisho.Gate.Processing;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Gate.Delivery;

/// <summary>At a start with a relay: what waited for one, or for another one, goes on its way.</summary>
internal sealed class WaitingDeliveries(GateOptions options, CommandRunner commands, IdSource ids, TimeProvider time, ILogger<WaitingDeliveries> log) : BackgroundService
{
    public const string Queued = "gate.delivery.queued";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <returns>How many deliveries were sent on their way. Safe to repeat.</returns>
    public Task<Result<int>> ResumeAsync(CancellationToken ct) =>
        commands.RunAsync<int>(ids.Next(), "gate.delivery.resume", Actor.Service("gate.sender"), async (work, inner) => await ResumeAsync(work, inner), ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested && !await TriedAsync(stoppingToken))
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<bool> TriedAsync(CancellationToken ct)
    {
        try
        {
            return (await ResumeAsync(ct)).IsOk;
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogError(e, "Mails that wait for a relay could not be looked for; it will be tried again.");
            return false;
        }
        catch (OperationCanceledException)
        {
            return true; // stopping
        }
    }

    private async Task<int> ResumeAsync(UnitOfWork work, CancellationToken ct)
    {
        if (options.Relay is not { } relay) return 0;
        var waiting = await work.Context<GateContext>().Deliveries.Where(d => d.Route == "relay"
            && (d.State == DeliveryState.NoRelay || (d.State == DeliveryState.Queued && (d.Host != relay.Host || d.Port != relay.Port)))).OrderBy(d => d.QueuedAt).ToListAsync(ct);
        foreach (var delivery in waiting)
        {
            // Those already queued have their job; only where it leads has changed.
            if (delivery.State == DeliveryState.NoRelay) work.Enqueue(DeliverMailJob.JobKind, MailJobArgs.Write(delivery.Id.ToString()));
            (delivery.State, delivery.Host, delivery.Port) = (DeliveryState.Queued, relay.Host, relay.Port);
            work.Audit(Queued, new Dictionary<string, object>(StringComparer.Ordinal) { ["message_id"] = delivery.MailId, ["delivery_id"] = delivery.Id.ToString() },
                null, new TargetRef(TargetKind.Message, delivery.MailId));
        }
        return waiting.Count;
    }
}

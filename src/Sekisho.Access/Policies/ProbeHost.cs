using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sekisho.Access.Leaving;
using Sekisho.Access.Summaries;

namespace Sekisho.Access.Policies;

/// <summary>Every five minutes the attempts become facts and who left by now loses the account; every six hours, and at start, the rule is probed.</summary>
internal sealed partial class ProbeHost(PolicyProbe probe, LoginSummary summary, Leavers leavers, TimeProvider time, ILogger<ProbeHost> log) : BackgroundService
{
    private static readonly TimeSpan SummaryPeriod = TimeSpan.FromMinutes(5);
    private const int SummariesPerProbe = 72;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SummaryPeriod, time);
        for (var round = 0; ; round++)
        {
            try
            {
                if (round % SummariesPerProbe == 0) await probe.RunAsync(stoppingToken);
                await leavers.RunAsync(stoppingToken);
                await summary.RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Failed(log, e); // the silence of the feed shows on the board; the next round tries again
            }
            if (!await timer.WaitForNextTickAsync(stoppingToken)) return;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in facts could not be written; trying again in five minutes.")]
    private static partial void Failed(ILogger log, Exception e);
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Policy.Documents;

/// <summary>The daily feed of the documents' structure: at start and every 24 hours. A missed day shows on the board as silence.</summary>
internal sealed partial class StructureHost(CommandRunner commands, IdSource ids, TimeProvider time, ILogger<StructureHost> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(24);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await CheckStructure.RunAsync(commands, ids.Next(), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Failed(log, e); // the silence of the feed shows on the board; the next round tries again
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The structure of the documents could not be checked; trying again tomorrow.")]
    private static partial void Failed(ILogger log, Exception e);
}

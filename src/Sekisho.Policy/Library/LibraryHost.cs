using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Policy.Library;

/// <summary>Every five minutes: counts of closed documents become facts, and people who joined are asked to confirm what the others were asked; who has an exception that ends soon is told.</summary>
internal sealed partial class LibraryHost(CommandRunner commands, ClosedReaders readers, IdSource ids, TimeProvider time, ILogger<LibraryHost> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await OnceAsync(stoppingToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await OnceAsync(cancellationToken);
    }

    private async Task OnceAsync(CancellationToken ct)
    {
        try
        {
            await readers.FlushAsync(commands, ids.Next(), ct);
            await AskJoiners.RunAsync(commands, ids.Next(), ct);
            await Exceptions.RemindExceptions.RunAsync(commands, ids.Next(), ct);
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or TimeoutException)
        {
            Failed(log, e); // nothing is lost: the counts stay, and joiners are found again
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Readers of documents could not be written down; trying again in five minutes.")]
    private static partial void Failed(ILogger log, Exception e);
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sekisho.Watch.Functions;

namespace Sekisho.Watch.Mail;

/// <summary>Tries the gateway at start and then at its interval. A try that could not be recorded is logged and does not end the watching.</summary>
internal sealed class MailProbeHost(MailProbe probe, FunctionRegistry functions, MailProbeOptions options, TimeProvider time, ILogger<MailProbeHost> log)
    : BackgroundService
{
    public const string FunctionId = "gate.mail", SystemId = "sekisho-gate";
    // The listener and the workers start beside this service; a first try at once would report a start as a failure.
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(Settle, time, stoppingToken);
            while (true)
            {
                await OnceAsync(stoppingToken);
                await Task.Delay(options.Every, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogDebug("The mail probe stops.");
        }
    }

    private async Task OnceAsync(CancellationToken ct)
    {
        try
        {
            await functions.EnsureAsync(FunctionId, SystemId, "mail-sanitising", ct);
            var result = await probe.TryAsync(ct);
            if (!result.Passed) log.LogWarning("The mail probe failed at {Stage}.", result.FailedStage);
            await functions.RecordAsync(FunctionId, result, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "A try of the mail gateway could not be recorded.");
        }
    }
}

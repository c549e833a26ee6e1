using Sekisho.Hosting;

namespace Sekisho.Commands;

/// <summary>Runs a verb on an installation: opens it, runs, closes it. A running one goes on undisturbed; its database is used by both.</summary>
internal static class OnInstallation
{
    internal static async Task<int> RunAsync(string? data, TimeProvider time, Func<Running, Task<int>> verb, CancellationToken ct)
    {
        var opened = await Running.OpenAsync(DataFolder.Of(data), new StepReporter(time), time, ct);
        if (!opened.IsOk) return ExitCodes.Say(opened.Refusals);
        await using var running = opened.Value;
        try
        {
            return await verb(running);
        }
        catch (Npgsql.NpgsqlException e)
        {
            return ExitCodes.Say([running.DatabaseRefused(e.Message)]);
        }
        catch (Platform.Keys.KeyUnavailableException)
        {
            return ExitCodes.Say([StartRefusals.Keys(running.Folder.Keys)]);
        }
    }
}

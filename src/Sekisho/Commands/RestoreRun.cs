using Sekisho.Hosting;
using Sekisho.Kernel;
using Sekisho.Platform.Backup;
using Sekisho.Platform.Setup;

namespace Sekisho.Commands;

/// <summary>Restores into an empty data folder. The key-encryption key must lie in its place already: it is never part of a backup.</summary>
internal static class RestoreRun
{
    internal static async Task<Result<RestoreReport>> RunAsync(DataFolder folder, string file, string? keys, IProgress<long> progress, TimeProvider time, CancellationToken ct)
    {
        var settings = FirstStart.Ensure(folder, new StartOptions(folder.Root, "none", null, null, null, null, null), time);
        if (!settings.IsOk) return Refused(settings.Refusals);
        var steps = new StepReporter(time);
        var passwords = DatabasePasswords.Ensure(folder);
        var cluster = new PrivateCluster(folder, passwords);
        var started = await steps.RunAsync("データベースの起動", () => cluster.StartAsync(ct));
        if (!started.IsOk) return Refused(started.Refusals);
        try
        {
            var connections = DatabaseConnections.Of(cluster);
            await DatabaseSetup.EnsureAsync(connections.Admin, connections.Database, passwords.App, passwords.Sealer, ct);
            var options = Running.OptionsOf(folder, settings.Value, connections);
            var report = await new BackupRestorer(time, IdSource.Random).RestoreAsync(options, file, keys, progress, ct);
            (settings.Value with { City = CityOf(report.Manifest.Origin), Origin = report.Manifest.Origin, IsLoaded = true }).Write(folder);
            return report;
        }
        finally
        {
            await cluster.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Origins read sekisho/CITY/NUMBER.</summary>
    private static string CityOf(string origin) => origin.Split('/') is [_, var city, ..] ? city : "none";

    private static Result<RestoreReport> Refused(IReadOnlyList<Refusal> refusals)
    {
        ExitCodes.Say(refusals);
        return Result<RestoreReport>.Refused(refusals);
    }
}

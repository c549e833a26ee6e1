using Sekisho.Hosting;
using Sekisho.Kernel;
using Sekisho.Platform.Backup;
using Sekisho.Platform.Keys;

namespace Sekisho.Commands;

/// <summary>
/// Restores into an empty data folder, or proves there that it could be done. The key-encryption key is never part of a backup: it lies in its place already,
/// or comes from the printed recovery key. A sealing key that is lost is made anew; the public key of the old one goes on being trusted.
/// </summary>
internal static class RestoreRun
{
    /// <summary>Restores for good. After a failure the same folder can be tried again.</summary>
    internal static async Task<Result<RestoreReport>> RunAsync(DataFolder folder, RestoreSource source, StepReporter steps, TimeProvider time, CancellationToken ct)
    {
        var settings = Prepare(folder, source, time);
        if (!settings.IsOk) return settings.As<RestoreReport>();
        if (!File.Exists(folder.SealerKeyFile)) SealerKey.Create(folder.SealerKeyFile);
        return await WithDatabaseAsync(folder, steps, ct, async database =>
        {
            var options = Running.OptionsOf(folder, settings.Value, database.Connections);
            var report = await new BackupRestorer(time, IdSource.Random).RestoreAsync(options, source.File, source.Keys, source.Paper, source.Progress, ct);
            (settings.Value with { City = CityOf(report.Manifest.Origin), Origin = report.Manifest.Origin, IsLoaded = true }).Write(folder);
            return report;
        });
    }

    /// <summary>Proves a backup where no installation is: in a cluster of its own below the folder, which is removed again.</summary>
    internal static async Task<Result<RestoreReport>> CheckAsync(DataFolder folder, RestoreSource source, StepReporter steps, TimeProvider time, CancellationToken ct)
    {
        var scratch = new DataFolder(Path.Combine(folder.Root, "check"));
        try
        {
            var settings = Prepare(scratch, source with { KeyFile = folder.KeyFile }, time);
            if (!settings.IsOk) return settings.As<RestoreReport>();
            return await WithDatabaseAsync(scratch, steps, ct, async database =>
            {
                var options = Running.OptionsOf(scratch, settings.Value, database.Connections) with { KeyFile = folder.KeyFile };
                return await new BackupRestorer(time, IdSource.Random).CheckAsync(options, source.File, source.Keys, source.Paper, source.Progress, ct);
            });
        }
        finally
        {
            foreach (var made in new[] { scratch.Root, scratch.Keys, scratch.Socket })
                if (Directory.Exists(made)) Directory.Delete(made, recursive: true);
        }
    }

    private static Result<InstallationSettings> Prepare(DataFolder folder, RestoreSource source, TimeProvider time)
    {
        var made = FirstStart.MakeFolders(folder);
        if (!made.IsOk) return made.As<InstallationSettings>();
        var key = source.KeyFile ?? folder.KeyFile;
        if (source.Paper is null && !File.Exists(key)) return new Refusal("usage.key-file", $"鍵 {key} がありません。控えに鍵は入っていません。",
            "元の機械の鍵フォルダーにある kek をここへ写すか、紙の回復鍵を --recovery-key FILE で渡してください。");
        return FirstStart.Settings("none", time);
    }

    private static async Task<Result<RestoreReport>> WithDatabaseAsync(DataFolder folder, StepReporter steps, CancellationToken ct, Func<InstallationDatabase, Task<RestoreReport>> work)
    {
        var opened = await InstallationDatabase.OpenAsync(folder, steps);
        if (!opened.IsOk) return opened.As<RestoreReport>();
        await using var database = opened.Value;
        var ensured = await database.EnsureAsync(ct);
        return ensured.IsOk ? await work(database) : ensured.As<RestoreReport>();
    }

    /// <summary>Origins read sekisho/CITY/NUMBER.</summary>
    private static string CityOf(string origin) => origin.Split('/') is [_, var city, ..] ? city : "none";
}

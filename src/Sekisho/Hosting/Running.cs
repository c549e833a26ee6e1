using System.Net.Security;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Setup;
using Sekisho.Platform.Workers;

namespace Sekisho.Hosting;

/// <summary>
/// An installation whose database runs and whose services are at hand. Verbs open one, use its services and dispose it; <c>up</c> starts it too.
/// Disposing stops in the reverse order. The cluster is stopped by <c>up</c>, also one that a killed predecessor left running, and by a verb that
/// started it, unless an <c>up</c> works with it meanwhile.
/// </summary>
internal sealed class Running : IAsyncDisposable
{
    private readonly InstallationDatabase database;

    private Running(DataFolder folder, InstallationSettings settings, WebApplication app, WorkerPool workers, InstallationDatabase database, PlatformOptions options) =>
        (Folder, Settings, App, Workers, this.database, Options) = (folder, settings, app, workers, database, options);

    /// <summary>The installation's own database server; null when others run it.</summary>
    internal PrivateCluster? Cluster => database.Cluster;

    internal DataFolder Folder { get; }
    internal InstallationSettings Settings { get; }
    internal WebApplication App { get; }
    internal WorkerPool Workers { get; }
    internal PlatformOptions Options { get; }
    /// <summary>The sentence for a database that fails while a verb works.</summary>
    internal Refusal DatabaseRefused(string why) => database.Refused(why);
    internal IServiceProvider Services => App.Services;

    /// <summary>Opens an installation that exists: database, migrations, services. No pages, no background.</summary>
    internal static async Task<Result<Running>> OpenAsync(DataFolder folder, StepReporter steps, TimeProvider time, CancellationToken ct)
    {
        var settings = InstallationSettings.Read(folder);
        if (!settings.IsOk) return settings.As<Running>();
        return settings.Value is { } found ? await OpenAsync(folder, found, null, steps, time, ct) : StartRefusals.NotThere(folder.Root);
    }

    /// <summary>Opens with the given settings; a certificate means that pages and background services will be started.</summary>
    internal static async Task<Result<Running>> OpenAsync(
        DataFolder folder, InstallationSettings settings, SslStreamCertificateContext? certificate, StepReporter steps, TimeProvider time, CancellationToken ct)
    {
        var database = await InstallationDatabase.OpenAsync(folder, steps, certificate is not null);
        if (!database.IsOk) return database.As<Running>();
        var options = OptionsOf(folder, settings, database.Value.Connections);
        var workers = new WorkerPool(new WorkerPoolOptions { ForbiddenFile = folder.SettingsFile }, time);
        var running = new Running(folder, settings, Server.Build(folder, settings, options, certificate, workers, time), workers, database.Value, options);
        var isReady = false;
        try
        {
            var migrated = await steps.RunAsync("データベースの準備", () => running.MigrateAsync(ct));
            isReady = migrated.IsOk;
            return isReady ? running : migrated.As<Running>();
        }
        finally
        {
            if (!isReady) await running.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Workers.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task<Result<int>> MigrateAsync(CancellationToken ct)
    {
        var ensured = await database.EnsureAsync(ct);
        if (!ensured.IsOk) return ensured.As<int>();
        try
        {
            return await Services.GetRequiredService<MigrationRunner>().RunAsync([.. Services.GetServices<ModuleSchema>()], ct);
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or InvalidOperationException)
        {
            return database.Refused(e.Message);
        }
    }

    internal static PlatformOptions OptionsOf(DataFolder folder, InstallationSettings settings, DatabaseConnections connections) => new()
    {
        AppConnection = connections.App,
        SealerConnection = connections.Sealer,
        OwnerConnection = connections.Owner,
        Origin = settings.Origin,
        SealerKeyFile = folder.SealerKeyFile,
        KeyFile = folder.KeyFile,
        ContentFolder = folder.Content,
        CheckpointFolder = folder.Checkpoints,
    };
}

using System.Security.Cryptography.X509Certificates;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Setup;
using Sekisho.Platform.Workers;

namespace Sekisho.Hosting;

/// <summary>
/// An installation whose database runs and whose services are at hand. Verbs open one, use its services and dispose it; <c>up</c> starts it too.
/// Disposing stops in the reverse order and stops the cluster only when this object started it.
/// </summary>
internal sealed class Running : IAsyncDisposable
{
    private readonly PrivateCluster? cluster;
    private readonly bool ownsCluster;

    private Running(DataFolder folder, InstallationSettings settings, WebApplication app, WorkerPool workers, PrivateCluster? cluster, bool ownsCluster, PlatformOptions options) =>
        (Folder, Settings, App, Workers, this.cluster, this.ownsCluster, Options) = (folder, settings, app, workers, cluster, ownsCluster, options);

    internal DataFolder Folder { get; }
    internal InstallationSettings Settings { get; }
    internal WebApplication App { get; }
    internal WorkerPool Workers { get; }
    internal PlatformOptions Options { get; }
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
        DataFolder folder, InstallationSettings settings, X509Certificate2? certificate, StepReporter steps, TimeProvider time, CancellationToken ct)
    {
        var passwords = DatabasePasswords.Ensure(folder);
        var cluster = DatabaseConnections.External is null ? new PrivateCluster(folder, passwords) : null;
        var owns = false;
        if (cluster is not null)
        {
            var started = await steps.RunAsync("データベースの起動", () => cluster.StartAsync(ct));
            if (!started.IsOk) return started.As<Running>();
            owns = started.Value;
        }
        var connections = cluster is null ? DatabaseConnections.Of(DatabaseConnections.External!, passwords) : DatabaseConnections.Of(cluster);
        if (!connections.IsOk) return connections.As<Running>();
        var options = OptionsOf(folder, settings, connections.Value);
        var workers = new WorkerPool(new WorkerPoolOptions { ForbiddenFile = folder.SettingsFile }, time);
        var running = new Running(folder, settings, Server.Build(folder, settings, options, certificate, workers, time), workers, cluster, owns, options);
        var migrated = await steps.RunAsync("データベースの準備", () => running.MigrateAsync(connections.Value, passwords, ct));
        if (migrated.IsOk) return running;
        await running.DisposeAsync();
        return migrated.As<Running>();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Workers.DisposeAsync();
        if (ownsCluster && cluster is not null) await cluster.StopAsync(CancellationToken.None);
    }

    private async Task<Result<int>> MigrateAsync(DatabaseConnections connections, DatabasePasswords passwords, CancellationToken ct)
    {
        try
        {
            await DatabaseSetup.EnsureAsync(connections.Admin, connections.Database, passwords.App, passwords.Sealer, ct);
            return await Services.GetRequiredService<MigrationRunner>().RunAsync([.. Services.GetServices<ModuleSchema>()], ct);
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or InvalidOperationException)
        {
            return StartRefusals.NoCluster(e.Message);
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

using Sekisho.Kernel;
using Sekisho.Platform.Setup;

namespace Sekisho.Hosting;

/// <summary>
/// The database of an installation: its own cluster, started when it does not run, or the server named in SEKISHO_DATABASE. Disposing stops the cluster:
/// <c>up</c> always, also one that a killed predecessor left running; a verb when it started it, unless an <c>up</c> works with it meanwhile.
/// </summary>
internal sealed class InstallationDatabase : IAsyncDisposable
{
    private readonly DatabasePasswords passwords;
    private readonly DataFolder folder;
    private readonly bool serves, started;

    private InstallationDatabase(DatabaseConnections connections, DatabasePasswords passwords, DataFolder folder, PrivateCluster? cluster, bool serves, bool started) =>
        (Connections, this.passwords, this.folder, Cluster, this.serves, this.started) = (connections, passwords, folder, cluster, serves, started);

    /// <summary>The installation's own server; null when others run it.</summary>
    internal PrivateCluster? Cluster { get; }

    internal DatabaseConnections Connections { get; }

    /// <param name="folder">The installation's folders.</param>
    /// <param name="steps">Shows the start.</param>
    /// <param name="serves">True for <c>up</c>, which holds the installation's lock.</param>
    internal static async Task<Result<InstallationDatabase>> OpenAsync(DataFolder folder, StepReporter steps, bool serves = false)
    {
        var passwords = DatabasePasswords.Ensure(folder);
        if (DatabaseConnections.External is { } external)
        {
            var named = DatabaseConnections.Of(external, passwords);
            return named.IsOk ? new InstallationDatabase(named.Value, passwords, folder, null, serves, started: false) : named.As<InstallationDatabase>();
        }
        var cluster = new PrivateCluster(folder, passwords);
        // Not cut short by Ctrl-C: a server half started would stay behind.
        var started = await steps.RunAsync("データベースの起動", () => cluster.StartAsync(CancellationToken.None));
        return started.IsOk ? new InstallationDatabase(DatabaseConnections.Of(cluster), passwords, folder, cluster, serves, started.Value) : started.As<InstallationDatabase>();
    }

    /// <summary>Makes roles and database where they are missing.</summary>
    internal async Task<Result<bool>> EnsureAsync(CancellationToken ct)
    {
        try
        {
            await DatabaseSetup.EnsureAsync(Connections.Admin, Connections.Database, passwords.App, passwords.Sealer, ct);
            return true;
        }
        catch (Npgsql.PostgresException e) when (Cluster is not null && e.SqlState is Npgsql.PostgresErrorCodes.DataCorrupted or Npgsql.PostgresErrorCodes.IndexCorrupted)
        {
            return StartRefusals.Broken(folder.Cluster, e.MessageText);
        }
        catch (Npgsql.NpgsqlException e)
        {
            return Refused(e.Message);
        }
    }

    /// <summary>The sentence for a database that does not do what it must.</summary>
    internal Refusal Refused(string why) => Cluster is null ? StartRefusals.ExternalDatabase(why) : StartRefusals.NoCluster(why);

    public async ValueTask DisposeAsync()
    {
        if (Cluster is null) return;
        if (serves || (started && !InstallationLock.IsTaken(folder))) await Cluster.StopAsync(CancellationToken.None);
    }
}

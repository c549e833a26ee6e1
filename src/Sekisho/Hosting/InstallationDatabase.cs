using Sekisho.Kernel;
using Sekisho.Platform.Setup;

namespace Sekisho.Hosting;

/// <summary>
/// The database of an installation: its own cluster, started when it does not run, or the server named in SEKISHO_DATABASE. Disposing stops the cluster when
/// this object started it.
/// </summary>
internal sealed class InstallationDatabase : IAsyncDisposable
{
    private readonly PrivateCluster? cluster;
    private readonly DatabasePasswords passwords;
    private readonly bool owns;

    private InstallationDatabase(DatabaseConnections connections, DatabasePasswords passwords, PrivateCluster? cluster, bool owns) =>
        (Connections, this.passwords, this.cluster, this.owns) = (connections, passwords, cluster, owns);

    internal DatabaseConnections Connections { get; }

    internal static async Task<Result<InstallationDatabase>> OpenAsync(DataFolder folder, StepReporter steps, CancellationToken ct)
    {
        var passwords = DatabasePasswords.Ensure(folder);
        if (DatabaseConnections.External is { } external)
        {
            var named = DatabaseConnections.Of(external, passwords);
            return named.IsOk ? new InstallationDatabase(named.Value, passwords, null, owns: false) : named.As<InstallationDatabase>();
        }
        var cluster = new PrivateCluster(folder, passwords);
        var started = await steps.RunAsync("データベースの起動", () => cluster.StartAsync(ct));
        return started.IsOk ? new InstallationDatabase(DatabaseConnections.Of(cluster), passwords, cluster, started.Value) : started.As<InstallationDatabase>();
    }

    /// <summary>Makes roles and database where they are missing.</summary>
    internal async Task<Result<bool>> EnsureAsync(CancellationToken ct)
    {
        try
        {
            await DatabaseSetup.EnsureAsync(Connections.Admin, Connections.Database, passwords.App, passwords.Sealer, ct);
            return true;
        }
        catch (Npgsql.NpgsqlException e)
        {
            return Refused(e.Message);
        }
    }

    /// <summary>The sentence for a database that does not do what it must.</summary>
    internal Refusal Refused(string why) => cluster is null ? StartRefusals.ExternalDatabase(why) : StartRefusals.NoCluster(why);

    public async ValueTask DisposeAsync()
    {
        if (owns && cluster is not null) await cluster.StopAsync(CancellationToken.None);
    }
}

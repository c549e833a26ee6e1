using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Sekisho.Platform;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Ledger;
using Sekisho.Platform.Setup;

namespace Sekisho.Bench.Support;

/// <summary>A private PostgreSQL cluster with durable settings (fsync and synchronous commit on) for one benchmark run; removed afterwards.</summary>
internal sealed class BenchCluster : IAsyncDisposable
{
    private const string Unprivileged = "65534";
    private readonly Process guard;

    private BenchCluster(string folder, Process guard) => (Folder, this.guard) = (folder, guard);

    public string Folder { get; }

    public string Connection(string user, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = Folder, Username = user, Database = database, MaxPoolSize = 50, CommandTimeout = 600,
    }.ConnectionString;

    public static async Task<BenchCluster> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sb").FullName;
        var bin = Directory.GetDirectories("/usr/lib/postgresql").Where(d => File.Exists(d + "/bin/postgres"))
            .OrderByDescending(d => int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture)).First() + "/bin";
        if (Environment.IsPrivilegedProcess) await RunAsync(new ProcessStartInfo("chown", [Unprivileged + ":" + Unprivileged, folder]));
        await RunAsync(Info(bin + "/initdb", ["-D", folder + "/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--data-checksums", "--no-instructions"]));
        var script = "\"$1/postgres\" -D \"$2/data\" -k \"$2\" -c listen_addresses= -c unix_socket_permissions=0777 -c shared_buffers=128MB -c max_connections=100 >\"$2/log\" 2>&1 & p=$!; cat >/dev/null; kill -INT $p; wait $p";
        var start = Info("sh", ["-c", script, "sh", bin, folder]);
        start.RedirectStandardInput = true;
        var cluster = new BenchCluster(folder, Process.Start(start)!);
        await cluster.WaitAsync();
        return cluster;
    }

    /// <summary>A database with the ground's roles and the keys of an installation, all in the cluster's folder.</summary>
    public async Task<PlatformOptions> InstallAsync()
    {
        await DatabaseSetup.EnsureAsync(Connection("postgres", "postgres"), "sekisho", "app", "sealer", default);
        var options = new PlatformOptions
        {
            AppConnection = Connection(SqlRoles.App, "sekisho"), SealerConnection = Connection(SqlRoles.Sealer, "sekisho"), OwnerConnection = Connection("postgres", "sekisho"),
            Origin = "sekisho/bench/1", SealerKeyFile = Folder + "/sealer.pem", KeyFile = Folder + "/kek", ContentFolder = Folder + "/content", CheckpointFolder = Folder + "/checkpoints",
        };
        KeyFile.Create(options.KeyFile);
        SealerKey.Create(options.SealerKeyFile);
        return options;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        guard.StandardInput.Close();
        await guard.WaitForExitAsync();
        guard.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task WaitAsync()
    {
        for (var i = 0; ; i++)
        {
            try
            {
                await using var source = NpgsqlDataSource.Create(Connection("postgres", "postgres"));
                await using var command = source.CreateCommand("select 1");
                await command.ExecuteScalarAsync();
                return;
            }
            catch (NpgsqlException) when (i < 300)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true; // ours carries only the result
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}.");
    }

    private static ProcessStartInfo Info(string program, string[] arguments)
    {
        string[] all = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid", Unprivileged, "--regid", Unprivileged, "--clear-groups", "--", program, .. arguments] : [program, .. arguments];
        return new(all[0], all[1..]) { WorkingDirectory = "/" };
    }
}

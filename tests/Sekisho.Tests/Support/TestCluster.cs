using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Npgsql;
using Sekisho.Platform.Setup;

namespace Sekisho.Tests.Support;

/// <summary>
/// One private PostgreSQL cluster for the whole run: socket only, in a folder of its own under the temp folder, durability off. Started as an
/// unprivileged user when we are root (initdb refuses root). A shell that waits on our pipe stops and removes it when we are gone, however we go.
/// </summary>
internal sealed class TestCluster
{
    private const string Unprivileged = "65534"; // nobody, on every Debian
    private static readonly Lazy<Task<TestCluster>> Shared = new(StartAsync);
    private int clones;

    private TestCluster(string folder, Process guard) => (Folder, Guard) = (folder, guard);

    public string Folder { get; }
    private Process Guard { get; }

    public static Task<TestCluster> GetAsync() => Shared.Value;

    public string Connection(string user, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = Folder, Username = user, Database = database, Pooling = true, MaxPoolSize = 20, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 2, Timeout = 30, CommandTimeout = 120,
    }.ConnectionString;

    /// <summary>A copy of the migrated template.</summary>
    public async Task<string> CloneAsync()
    {
        var name = "t" + Interlocked.Increment(ref clones).ToString(CultureInfo.InvariantCulture);
        await ExecuteAsync($"create database {name} template sekisho_template owner {SqlRoles.Owner} strategy file_copy");
        return name;
    }

    public Task DropAsync(string database) => ExecuteAsync($"drop database if exists {database} with (force)");

    public async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Connection("postgres", "postgres"));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<TestCluster> StartAsync()
    {
        var folder = Path.Combine(ShortTemp(), "sk" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5)));
        Directory.CreateDirectory(folder);
        var bin = Binaries();
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", [Unprivileged + ":" + Unprivileged, folder], asNobody: false);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await RunAsync(Path.Combine(bin, "initdb"), ["-D", folder + "/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"], asNobody: true);
        var guard = Start(folder, bin);
        var cluster = new TestCluster(folder, guard);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Stop();
        await cluster.WaitAsync();
        await TemplateDatabase.CreateAsync(cluster);
        return cluster;
    }

    private static Process Start(string folder, string bin)
    {
        var settings = string.Join(' ', new[]
        {
            "listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200", "shared_buffers=64MB", "autovacuum=on", "unix_socket_permissions=0777",
        }.Select(s => "-c " + s));
        var script = $"\"$1/postgres\" -D \"$2/data\" -k \"$2\" {settings} >\"$2/log\" 2>&1 & p=$!; cat >/dev/null; kill -QUIT $p; wait $p; rm -rf \"$2\"/* ; rmdir \"$2\" 2>/dev/null";
        var start = Info("sh", ["-c", script, "sh", bin, folder], asNobody: true);
        start.RedirectStandardInput = true;
        return Process.Start(start) ?? throw new InvalidOperationException("sh does not start.");
    }

    private async Task WaitAsync()
    {
        for (var i = 0; ; i++)
        {
            try
            {
                await ExecuteAsync("select 1");
                return;
            }
            catch (NpgsqlException) when (i < 300 && !Guard.HasExited)
            {
                await Task.Delay(50);
            }
            catch (NpgsqlException e)
            {
                var log = Path.Combine(Folder, "log");
                throw new InvalidOperationException("PostgreSQL did not start: " + (File.Exists(log) ? await File.ReadAllTextAsync(log) : "no log"), e);
            }
        }
    }

    private void Stop()
    {
        NpgsqlConnection.ClearAllPools();
        Guard.StandardInput.Close();
        Guard.WaitForExit(5000);
        if (Environment.IsPrivilegedProcess && Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    // A socket's path is limited to about 100 bytes; the run's temp folder may be deeper.
    private static string ShortTemp() => Path.GetTempPath().Length <= 60 ? Path.GetTempPath() : "/tmp";

    private static string Binaries()
    {
        var root = "/usr/lib/postgresql";
        var newest = Directory.Exists(root)
            ? Directory.GetDirectories(root).OrderByDescending(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).FirstOrDefault() : null;
        return newest is null ? throw new InvalidOperationException("PostgreSQL is not installed (Debian package postgresql).") : Path.Combine(newest, "bin");
    }

    private static async Task RunAsync(string program, string[] arguments, bool asNobody)
    {
        var start = Info(program, arguments, asNobody);
        start.RedirectStandardError = start.RedirectStandardOutput = true;
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program + " does not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {error} {await output}");
    }

    private static ProcessStartInfo Info(string program, string[] arguments, bool asNobody)
    {
        string[] all = asNobody && Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid", Unprivileged, "--regid", Unprivileged, "--clear-groups", "--", program, .. arguments] : [program, .. arguments];
        return new ProcessStartInfo(all[0], all[1..]) { WorkingDirectory = "/" };
    }
}

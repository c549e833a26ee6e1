using System.Globalization;

namespace Sekisho.Journeys.Support;

/// <summary>
/// A PostgreSQL server run by others: over TCP with passwords, and a login for us that is no superuser but may create roles and databases.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string Nobody = "65534", Login = "city_it", Password = "pass of the city's own server";
    private readonly string folder = Directory.CreateTempSubdirectory("sekisho-pg-").FullName;
    private readonly int port = Ports.Free();

    public string Connection(string database) => "Host=127.0.0.1;Port=" + port.ToString(CultureInfo.InvariantCulture) + ";Username=" + Login + ";Password=" + Password + ";Database=" + database;

    public static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer();
        var password = Path.Combine(server.folder, "password");
        await File.WriteAllTextAsync(password, Password);
        if (Environment.IsPrivilegedProcess) (await Command.RunAsync("/bin/chown", ["-R", Nobody + ":" + Nobody, server.folder])).Succeeded();
        (await server.RunAsync("initdb", "-D", server.folder + "/data", "-U", "postgres", "--auth=scram-sha-256", "--pwfile=" + password, "--no-instructions", "-E", "UTF8", "--locale=C")).Succeeded();
        (await server.RunAsync("pg_ctl", "-D", server.folder + "/data", "-w", "-l", server.folder + "/log", "-o",
            "-c listen_addresses=127.0.0.1 -c port=" + server.port.ToString(CultureInfo.InvariantCulture) + " -c unix_socket_directories=" + server.folder, "start")).Succeeded();
        (await Command.RunAsync("/usr/bin/psql", ["-h", "127.0.0.1", "-p", server.port.ToString(CultureInfo.InvariantCulture), "-U", "postgres", "-qc",
            $"create role {Login} login createrole createdb password '{Password.Replace("'", "''", StringComparison.Ordinal)}'"], environment: Secret)).Succeeded();
        return server;
    }

    /// <summary>Stops it for good, as its administrators might.</summary>
    public async Task StopAsync() => await RunAsync("pg_ctl", "-D", folder + "/data", "-m", "fast", "-w", "stop");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static IReadOnlyDictionary<string, string> Secret { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["PGPASSWORD"] = Password };

    // pg_ctl's server keeps the pipes of its parent open: only its own end is waited for, so nothing of it is read.
    private Task<Command> RunAsync(string tool, params string[] arguments)
    {
        var program = Path.Combine(Directory.GetDirectories("/usr/lib/postgresql").OrderBy(d => int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture)).Last(), "bin", tool);
        string[] all = Environment.IsPrivilegedProcess ? ["/usr/bin/setpriv", "--reuid", Nobody, "--regid", Nobody, "--clear-groups", "--", program, .. arguments] : [program, .. arguments];
        return Command.RunAsync("/bin/sh", ["-c", "cd / && \"$@\" >\"$0\" 2>&1 || { cat \"$0\" >&2; exit 1; }", Path.Combine(folder, "said-" + tool), .. all]);
    }
}

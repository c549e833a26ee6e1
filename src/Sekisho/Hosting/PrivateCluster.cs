using System.Globalization;
using Npgsql;
using Sekisho.Kernel;

namespace Sekisho.Hosting;

/// <summary>
/// The installation's own PostgreSQL (rule T8): socket only, scram on the socket too, checksums, C order. It runs in a session of its own, so that
/// Ctrl-C reaches us first and the order of stopping is ours; when we are killed it goes on and the next start takes it over.
/// </summary>
internal sealed class PrivateCluster(DataFolder folder, DatabasePasswords passwords)
{
    private const string Database = "sekisho", Superuser = "postgres";
    private const int TriesAfterCrash = 10, LongestReason = 300;
    private static readonly string[] Settings =
    [
        "listen_addresses=", "unix_socket_permissions=0700", "password_encryption=scram-sha-256", "synchronous_commit=on", "fsync=on",
        "max_connections=100", "shared_buffers=128MB", "log_min_messages=warning",
    ];

    /// <summary>Newest major version installed on this machine; null when there is none.</summary>
    internal static int? Installed() => !Directory.Exists("/usr/lib/postgresql") ? null : Directory.GetDirectories("/usr/lib/postgresql")
        .Where(d => File.Exists(Path.Combine(d, "bin/postgres")))
        .Select(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : (int?)null).Max();

    /// <summary>Makes the cluster when there is none and starts it when it does not run.</summary>
    /// <returns>True when this call started it: the caller stops it at the end.</returns>
    internal async Task<Result<bool>> StartAsync(CancellationToken ct)
    {
        var version = Path.Combine(folder.Cluster, "PG_VERSION");
        if (!File.Exists(version))
        {
            if (File.Exists(folder.SettingsFile) && Directory.Exists(folder.Cluster)) return StartRefusals.Broken(version, "ありません");
            var made = await CreateAsync(ct);
            if (!made.IsOk) return made;
        }
        if (!int.TryParse(await File.ReadAllTextAsync(version, ct), CultureInfo.InvariantCulture, out var major)) return StartRefusals.Broken(version, "版の番号がありません");
        if (!Directory.Exists(Binaries(major))) return Installed() is { } other ? StartRefusals.NewerServer(major, other) : StartRefusals.NoCluster("postgresql がありません");
        if (await IsRunningAsync(major, ct)) return false;
        return await LaunchAsync(major, RemoveStalePid() ? TriesAfterCrash : 1, ct);
    }

    /// <summary>Fast, clean stop; waits for the end.</summary>
    internal async Task StopAsync(CancellationToken ct)
    {
        var major = int.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Cluster, "PG_VERSION"), ct), CultureInfo.InvariantCulture);
        NpgsqlConnection.ClearAllPools();
        await ControlAsync(major, ["stop", "-m", "fast", "-w", "-t", "60"], ct);
    }

    internal string AdminConnection => Connection(Superuser, passwords.Superuser, "postgres");
    internal string OwnerConnection => Connection(Superuser, passwords.Superuser, Database);
    internal string AppConnection => Connection(Platform.Setup.SqlRoles.App, passwords.App, Database);
    internal string SealerConnection => Connection(Platform.Setup.SqlRoles.Sealer, passwords.Sealer, Database);
    internal static string DatabaseName => Database;

    private string Connection(string user, string password, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = folder.Socket, Username = user, Password = password, Database = database, MaxPoolSize = 40, Timeout = 15, CommandTimeout = 60,
    }.ConnectionString;

    private async Task<Result<bool>> CreateAsync(CancellationToken ct)
    {
        if (Installed() is not { } major) return StartRefusals.NoCluster("postgresql がありません");
        var file = Path.Combine(folder.Keys, "initdb");
        var mode = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        await using (var writer = new StreamWriter(file, mode)) await writer.WriteAsync(passwords.Superuser);
        try
        {
            var (code, output) = await Tool.RunAsync(Path.Combine(Binaries(major), "initdb"),
                ["-D", folder.Cluster, "-U", Superuser, "--locale=C", "--encoding=UTF8", "--data-checksums", "--auth=scram-sha-256", "--pwfile", file, "--no-instructions"], null, ct);
            return code == 0 ? true : StartRefusals.NoCluster(LastLine(output));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <param name="tries">After a crash the dead server's last children may hold its memory for a moment: then the start is tried again.</param>
    private async Task<Result<bool>> LaunchAsync(int major, int tries, CancellationToken ct)
    {
        var log = Path.Combine(folder.Logs, "postgres.log");
        var before = File.Exists(log) ? new FileInfo(log).Length : 0;
        var options = string.Join(' ', Settings.Append("unix_socket_directories=" + folder.Socket).Select(s => "-c '" + s.Replace("'", "'\\''", StringComparison.Ordinal) + "'"));
        // -w waits for crash recovery as well.
        var (code, output) = await ControlAsync(major, ["start", "-w", "-t", "300", "-l", log, "-o", options], ct);
        if (code == 0) return true;
        if (tries <= 1) return StartRefusals.NoCluster((Said(log, before) ?? LastLine(output)) + " / " + log);
        await Task.Delay(TimeSpan.FromSeconds(1), ct);
        return await LaunchAsync(major, tries - 1, ct);
    }

    /// <summary>pg_ctl asks only whether the process exists; a killed server whose parent has not yet buried it exists and answers nobody.</summary>
    private async Task<bool> IsRunningAsync(int major, CancellationToken ct) => (await ControlAsync(major, ["status"], ct)).ExitCode == 0 && IsOurs();

    private Task<(int ExitCode, string Output)> ControlAsync(int major, IEnumerable<string> arguments, CancellationToken ct) =>
        Tool.RunAsync("/usr/bin/setsid", ["-w", Path.Combine(Binaries(major), "pg_ctl"), "-D", folder.Cluster, .. arguments], null, ct);

    /// <summary>After a crash of the machine the number in the file may belong to somebody else now; PostgreSQL would then refuse to start.</summary>
    /// <returns>True when the last server ended without taking its file away.</returns>
    private bool RemoveStalePid()
    {
        var file = Path.Combine(folder.Cluster, "postmaster.pid");
        if (!File.Exists(file) || IsOurs()) return false;
        File.Delete(file);
        return true;
    }

    /// <summary>True when the number in the file is a living server of this folder: a dead one has no command line any more.</summary>
    internal bool IsOurs()
    {
        var file = Path.Combine(folder.Cluster, "postmaster.pid");
        if (!File.Exists(file)) return false;
        var process = "/proc/" + File.ReadLines(file).FirstOrDefault() + "/cmdline";
        return File.Exists(process) && File.ReadAllText(process).Contains(folder.Cluster, StringComparison.Ordinal);
    }

    private static string Binaries(int major) => "/usr/lib/postgresql/" + major.ToString(CultureInfo.InvariantCulture) + "/bin";

    /// <summary>Why the server gave up, in its own words: pg_ctl only says where to look.</summary>
    private static string? Said(string log, long from)
    {
        if (!File.Exists(log)) return null;
        using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(Math.Min(from, file.Length), SeekOrigin.Begin);
        using var reader = new StreamReader(file);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var end = lines.LastOrDefault(l => l.Contains("PANIC:", StringComparison.Ordinal) || l.Contains("FATAL:", StringComparison.Ordinal)) ?? lines.LastOrDefault();
        return end is { Length: > LongestReason } ? end[..LongestReason] + "…" : end;
    }

    private static string LastLine(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
}

using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Sekisho.Platform.Backup;

/// <summary>pg_dump and pg_restore of the newest PostgreSQL on this machine.</summary>
internal static class PostgresTools
{
    private const string Debian = "/usr/lib/postgresql";

    /// <summary>Runs a tool against a database to its end. The password travels in the environment, never on the command line.</summary>
    /// <exception cref="BackupException">The tool is missing or failed; the message has its last line.</exception>
    public static async Task RunAsync(string tool, string connection, IEnumerable<string> arguments, CancellationToken ct)
    {
        var target = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(Find(tool), arguments) { RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var (name, value) in new[]
        {
            ("PGHOST", target.Host), ("PGPORT", target.Port.ToString(CultureInfo.InvariantCulture)), ("PGUSER", target.Username),
            ("PGPASSWORD", target.Password), ("PGDATABASE", target.Database), ("PGSSLMODE", SslModeOf(target)), ("PGSSLROOTCERT", target.RootCertificate), ("LC_ALL", "C"),
        })
            if (!string.IsNullOrEmpty(value)) start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new BackupException($"{tool} を起動できません。");
        await using var stop = ct.Register(() => process.Kill());
        var error = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0) throw new BackupException($"{tool} が失敗しました({error.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault()})。");
    }

    // The tools must not be content with less than we are.
    private static string SslModeOf(NpgsqlConnectionStringBuilder target) => target.SslMode switch
    {
        SslMode.VerifyFull => "verify-full",
        SslMode.VerifyCA => "verify-ca",
        var other => other.ToString().ToLowerInvariant(),
    };

    private static string Find(string tool)
    {
        var newest = (Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [])
            .Select(d => (Path: Path.Combine(d, "bin", tool), Major: int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0))
            .Where(d => File.Exists(d.Path)).OrderByDescending(d => d.Major).FirstOrDefault();
        return newest.Path ?? throw new BackupException($"{tool} がありません(Debian パッケージ postgresql-client)。");
    }
}

using System.Diagnostics;
using System.Text.Json;
using Sekisho.Kernel;

namespace Sekisho.Journeys.Support;

/// <summary>The attacker who owns the database server: psql as its superuser, over the installation's socket.</summary>
internal static class Superuser
{
    public static async Task<string> SqlAsync(Installation at, string sql)
    {
        using var keys = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(at.Data + ".keys", "database.json")));
        var inside = Path.Combine(at.Data, "socket");
        var socket = Directory.Exists(inside) ? inside : Path.Combine("/tmp", "sekisho-" + Digest.OfText(at.Data).Hex[..12]);
        var start = new ProcessStartInfo("/usr/bin/psql", ["-h", socket, "-U", "postgres", "-d", "sekisho", "-v", "ON_ERROR_STOP=1", "-Atqc", sql])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["PGPASSWORD"] = keys.RootElement.GetProperty("Superuser").GetString();
        using var psql = Process.Start(start)!;
        var output = await psql.StandardOutput.ReadToEndAsync();
        var error = await psql.StandardError.ReadToEndAsync();
        await psql.WaitForExitAsync();
        psql.ExitCode.ShouldBe(0, error);
        return output.Trim();
    }
}

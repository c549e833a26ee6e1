using System.Collections.Concurrent;
using Npgsql;

namespace Sekisho.Platform;

/// <summary>Makes sure that the ledger's partitions of a month exist before a command of that month begins (rule T17).</summary>
internal sealed class Months(NpgsqlDataSource source)
{
    private readonly ConcurrentDictionary<DateOnly, bool> known = new();

    public async Task EnsureAsync(DateTimeOffset instant, CancellationToken ct)
    {
        var first = new DateOnly(instant.UtcDateTime.Year, instant.UtcDateTime.Month, 1);
        if (known.ContainsKey(first)) return;
        await using var command = source.CreateCommand("select platform.ensure_month($1)");
        command.Parameters.Add(new() { Value = first });
        await command.ExecuteScalarAsync(ct);
        known[first] = true;
    }
}

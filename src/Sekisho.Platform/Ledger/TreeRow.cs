using Npgsql;

namespace Sekisho.Platform.Ledger;

/// <summary>The sealer's one row: origin, tree, time of the last sealing. Derived from the leaves; verify computes it anew.</summary>
internal sealed record TreeRow(string Origin, Frontier Frontier, DateTimeOffset SealedAt, string? Continues)
{
    public static async Task<TreeRow?> ReadAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select origin, size, frontier, sealed_at, continues from platform.tree", connection, transaction);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new(reader.GetString(0), Frontier.Restore(reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)),
                reader.GetFieldValue<DateTimeOffset>(3), reader.IsDBNull(4) ? null : reader.GetString(4))
            : null;
    }

    public static async Task<TreeRow> CreateAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string origin, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("insert into platform.tree (origin, size, frontier, sealed_at) values ($1, 0, '', $2)", connection, transaction)
        {
            Parameters = { new() { Value = origin }, new() { Value = now } },
        };
        await command.ExecuteNonQueryAsync(ct);
        return new(origin, new Frontier(), now, null);
    }

    public static async Task WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Frontier frontier, DateTimeOffset sealedAt, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("update platform.tree set size = $1, frontier = $2, sealed_at = $3", connection, transaction)
        {
            Parameters = { new() { Value = frontier.Size }, new() { Value = frontier.ToBytes() }, new() { Value = sealedAt } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}

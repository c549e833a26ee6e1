using Npgsql;
using Sekisho.Platform;

namespace Sekisho.Shell.Admin;

/// <summary>How far the ledger is sealed.</summary>
internal sealed record LedgerState(long Size, DateTimeOffset? SealedAt, long Unsealed)
{
    public static async Task<LedgerState> ReadAsync(Database database, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        await using var command = new NpgsqlCommand(
            "select coalesce(max(size), 0), max(sealed_at), (select count(*) from platform.unsealed) from platform.tree", read.Connection);
        await using var r = await command.ExecuteReaderAsync(ct);
        await r.ReadAsync(ct);
        return new(r.GetInt64(0), r.IsDBNull(1) ? null : r.GetFieldValue<DateTimeOffset>(1), r.GetInt64(2));
    }
}

using Npgsql;

namespace Sekisho.Platform.Ledger;

/// <summary>The sealer's advisory lock: exclusive while leaves are written and signed, shared for a moment by who wants to see only signed leaves.</summary>
internal static class SealerLock
{
    private const long Key = 0x5345_4B49_5348_4F02; // "SEKISHO", sealer

    /// <summary>Held until the returned transaction is disposed.</summary>
    public static Task<NpgsqlTransaction> ExclusiveAsync(NpgsqlConnection connection, CancellationToken ct) => TakeAsync(connection, "pg_advisory_xact_lock", ct);

    /// <inheritdoc cref="ExclusiveAsync"/>
    public static Task<NpgsqlTransaction> SharedAsync(NpgsqlConnection connection, CancellationToken ct) => TakeAsync(connection, "pg_advisory_xact_lock_shared", ct);

    private static async Task<NpgsqlTransaction> TakeAsync(NpgsqlConnection connection, string function, CancellationToken ct)
    {
        var transaction = await connection.BeginTransactionAsync(ct);
        try
        {
            await using var command = new NpgsqlCommand($"select {function}({Key})", connection, transaction);
            await command.ExecuteNonQueryAsync(ct);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using Sekisho.Platform.Keys;

namespace Sekisho.Platform.Ledger;

/// <summary>Reads and erases the personal and free text beside records (rule T5).</summary>
public sealed class SideTexts(Database database, KeyFile keys)
{
    /// <summary>The texts of one record by field name; null when it never had any or they were erased (消去済み).</summary>
    /// <exception cref="KeyUnavailableException">The key-encryption key cannot be had.</exception>
    public async Task<IReadOnlyDictionary<string, string>?> ReadAsync(Guid recordId, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("""
            select s.ciphertext, k.wrapped from platform.record r
            join platform.side s on s.recorded_at = r.recorded_at and s.record_id = r.id join platform.side_key k on k.record_id = r.id where r.id = $1
            """);
        command.Parameters.Add(new() { Value = recordId });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(SideRow.Open(recordId, reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1), keys).Json);
    }

    /// <summary>Destroys the key of a record's texts and records that. The leaf stays; verify passes and says 消去済み.</summary>
    /// <param name="reasonCode">Stable code of why.</param>
    /// <returns>False when there was nothing to erase.</returns>
    public static async Task<bool> EraseAsync(UnitOfWork work, Guid recordId, string reasonCode, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("delete from platform.side_key where record_id = $1", work.Connection, work.Transaction) { Parameters = { new() { Value = recordId } } };
        if (await command.ExecuteNonQueryAsync(ct) == 0) return false;
        work.Audit("platform.side.erased", new Dictionary<string, object>(StringComparer.Ordinal) { ["record"] = recordId, ["reason"] = reasonCode });
        return true;
    }
}

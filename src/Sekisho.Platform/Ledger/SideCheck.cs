using System.Security.Cryptography;
using Npgsql;
using Sekisho.Kernel;
using Sekisho.Platform.Keys;

namespace Sekisho.Platform.Ledger;

/// <summary>Compares erasable texts with the salted digests in their leaves. A text without key is fine when a record says it was erased (消去済み).</summary>
internal sealed class SideCheck(NpgsqlConnection connection, KeyFile? keys)
{
    private const string Sides = """
        select l.number, l.record_id, r.canonical, s.ciphertext, k.wrapped,
               exists (select 1 from platform.record e where e.name = 'platform.side.erased' and e.body -> 'payload' ->> 'record' = l.record_id::text)
        from platform.leaf l
        join platform.record r on r.recorded_at = l.recorded_at and r.id = l.record_id
        left join platform.side s on s.recorded_at = l.recorded_at and s.record_id = l.record_id
        left join platform.side_key k on k.record_id = l.record_id
        where l.number >= $1 and l.number < $2 and (s.record_id is not null or k.record_id is not null or r.body ? 'side')
        order by l.number
        """;

    /// <summary>The first fault in [from, to), or null.</summary>
    public async Task<LedgerFault?> RunAsync(long from, long to, Action<int> countErased, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Sides, connection) { Parameters = { new() { Value = from }, new() { Value = to } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var digest = RecordBytes.SideDigest(reader.GetFieldValue<byte[]>(2));
            var (hasText, hasKey, isErased) = (!reader.IsDBNull(3), !reader.IsDBNull(4), reader.GetBoolean(5));
            string? wrong = digest is null ? "a record without erasable text has one"
                : !hasText ? "the erasable text is gone"
                : hasKey && isErased ? "the text was erased and its key is back"
                : hasKey ? Compare(reader.GetGuid(1), reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4), digest.Value)
                : isErased ? null : "the text's key is gone and no record says that it was erased";
            if (wrong is not null) return new(LedgerFaultKind.SideChanged, reader.GetInt64(0), wrong);
            if (!hasKey) countErased(1);
        }
        return null;
    }

    private string? Compare(Guid recordId, byte[] ciphertext, byte[] wrapped, Digest digest)
    {
        if (keys is null) return null;
        try
        {
            return SideRow.Open(recordId, ciphertext, wrapped, keys).Digest == digest ? null : "the erasable text does not give the digest in the leaf";
        }
        catch (CryptographicException)
        {
            return "the erasable text or its key was changed";
        }
    }
}

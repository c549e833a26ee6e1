using Npgsql;
using Sekisho.Kernel;

namespace Sekisho.Platform.Ledger;

/// <summary>Makes inclusion proofs against the latest checkpoint.</summary>
public sealed class LedgerProver(Database database)
{
    private const long MostLeaves = int.MaxValue / Merkle.HashBytes;

    public async Task<Result<InclusionProof>> ProveAsync(Guid recordId, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        if (await RecordAsync(read.Connection, recordId, ct) is not var (leaf, canonical))
            return new Refusal("ledger.no-such-record", "この番号の記録は、封印された台帳にありません。", "番号を確かめ、書いたばかりの記録なら一秒ほど待ってからもう一度試してください。") { IsNotFound = true };
        if (await CheckpointAsync(read.Connection, leaf, ct) is not var (size, note))
            return new Refusal("ledger.not-signed", "この記録を含む署名済みのチェックポイントがまだありません。", "封印処理が動いていることを確かめ、もう一度試してください。");
        if (size > MostLeaves)
            return new Refusal("ledger.too-large", "台帳が大きく、この形式の証明を一度に作れません。", "管理者に相談してください。");
        return new InclusionProof(canonical, leaf, MerklePath.Of(await HashesAsync(read.Connection, size, ct), leaf), note);
    }

    private static async Task<(long, byte[])?> RecordAsync(NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select l.number, r.canonical from platform.leaf l join platform.record r on r.recorded_at = l.recorded_at and r.id = l.record_id where l.record_id = $1
            """, connection) { Parameters = { new() { Value = id } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    private static async Task<(long, string)?> CheckpointAsync(NpgsqlConnection connection, long leaf, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select size, note from platform.checkpoint where size > $1 order by size desc, sealed_at desc limit 1", connection)
        {
            Parameters = { new() { Value = leaf } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetInt64(0), reader.GetString(1)) : null;
    }

    private static async Task<byte[]> HashesAsync(NpgsqlConnection connection, long size, CancellationToken ct)
    {
        var hashes = new byte[size * Merkle.HashBytes];
        await using var command = new NpgsqlCommand("select number, hash from platform.leaf where number < $1", connection) { Parameters = { new() { Value = size } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) reader.GetFieldValue<byte[]>(1).CopyTo(hashes, reader.GetInt64(0) * Merkle.HashBytes);
        return hashes;
    }
}

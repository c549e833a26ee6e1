using Npgsql;
using Sekisho.Platform.Keys;

namespace Sekisho.Platform.Ledger;

/// <summary>Turns a command's records into bytes and inserts them, without a number (rule T6).</summary>
internal static class RecordWriter
{
    private const string Insert = """
        insert into platform.record (id, recorded_at, command_id, ordinal, name, is_fact, canonical, body)
        select t.id, $2, $3, t.n - 1, t.name, t.is_fact, t.canonical, convert_from(t.canonical, 'UTF8')::jsonb
        from unnest($1, $4, $5, $6) with ordinality as t (id, name, is_fact, canonical, n)
        """;

    public static async Task WriteAsync(UnitOfWork work, KeyFile keys, CancellationToken ct)
    {
        var sides = new SideRow?[work.Records.Count];
        var canonical = new byte[work.Records.Count][];
        for (var i = 0; i < canonical.Length; i++)
        {
            var record = work.Records[i];
            if (record.Side.Count > 0) sides[i] = SideRow.Seal(record.Id, record.Side, keys);
            canonical[i] = RecordBytes.Write(record, i, work, sides[i]);
        }
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Insert)
        {
            Parameters =
            {
                new() { Value = work.Records.Select(r => r.Id).ToArray() },
                new() { Value = work.Now },
                new() { Value = work.CommandId },
                new() { Value = work.Records.Select(r => r.Name).ToArray() },
                new() { Value = work.Records.Select(r => r.IsFact).ToArray() },
                new() { Value = canonical },
            },
        });
        foreach (var side in sides)
            if (side is not null) AddSide(batch, side, work);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static void AddSide(NpgsqlBatch batch, SideRow side, UnitOfWork work)
    {
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into platform.side (record_id, recorded_at, ciphertext) values ($1, $2, $3)")
        {
            Parameters = { new() { Value = side.RecordId }, new() { Value = work.Now }, new() { Value = side.Ciphertext } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into platform.side_key (record_id, wrapped, created_at) values ($1, $2, $3)")
        {
            Parameters = { new() { Value = side.RecordId }, new() { Value = side.WrappedKey }, new() { Value = work.Now } },
        });
    }
}

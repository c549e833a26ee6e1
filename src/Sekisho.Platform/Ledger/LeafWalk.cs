using Npgsql;
using Sekisho.Platform.Keys;

namespace Sekisho.Platform.Ledger;

/// <summary>One pass over all leaves in number order; stops at the first fault.</summary>
internal sealed class LeafWalk(NpgsqlConnection connection, CheckpointSet checkpoints, SecondPlace secondPlace, KeyFile? keys, bool texts, IProgress<long>? progress)
{
    private const int Step = 20_000;
    private const string Leaves = """
        select l.number, l.hash, r.canonical from platform.leaf l
        left join platform.record r on r.recorded_at = l.recorded_at and r.id = l.record_id
        where l.number >= $1 and l.number < $2 order by l.number
        """;
    // Asked only of records whose bytes have just given the sealed hash, so that the casts cannot fail. They are chosen first: else the planner may
    // cast a record that an attacker changed before it knows that the record is not among them.
    private const string WrongIndex = """
        with chosen as materialized (
            select l.number, r.* from platform.leaf l join platform.record r on r.recorded_at = l.recorded_at and r.id = l.record_id where l.number >= $1 and l.number < $2)
        select min(r.number) from chosen r
        cross join lateral (select convert_from(r.canonical, 'UTF8')::jsonb as b) c
        where (r.body <> c.b or r.id::text <> c.b ->> 'id' or r.name <> c.b ->> 'name' or r.is_fact <> (c.b ->> 'fact' = '1') or r.command_id::text <> c.b ->> 'command'
            or r.ordinal <> (c.b ->> 'ordinal')::int or r.recorded_at <> (c.b ->> 'recorded')::timestamptz)
        """;

    private Frontier tree = new();
    private readonly List<byte[]> sinceAgreement = []; // hashes after the last checkpoint that agreed
    private long agreed;

    public long Size => tree.Size;
    public byte[] Root => tree.Root();
    public long Erased { get; private set; }
    public LedgerFault? Fault { get; private set; }

    /// <summary>Begins behind a checkpoint the caller trusts: its frontier is read from the database and believed when it gives the signed root.</summary>
    public async Task SkipToAsync(string note, NoteKeys trusts, CancellationToken ct)
    {
        if (CheckpointNotes.Read(note, trusts) is not { } trusted)
        {
            Fault = new(LedgerFaultKind.CheckpointMismatch, 0, "the checkpoint to begin at is not signed by this key");
            return;
        }
        await using var command = new NpgsqlCommand("select frontier from platform.checkpoint where origin = $1 and size = $2", connection)
        {
            Parameters = { new() { Value = trusted.Origin }, new() { Value = trusted.Size } },
        };
        var bytes = await command.ExecuteScalarAsync(ct) as byte[];
        if (bytes is not null && bytes.Length == System.Numerics.BitOperations.PopCount((ulong)trusted.Size) * Merkle.HashBytes
            && Frontier.Restore(trusted.Size, bytes) is var restored && restored.Root().AsSpan().SequenceEqual(trusted.Root))
            (tree, agreed) = (restored, trusted.Size);
        else
            Fault = new(LedgerFaultKind.CheckpointMismatch, trusted.Size, "the database does not continue from the checkpoint to begin at");
    }

    public async Task RunAsync(CancellationToken ct)
    {
        if (Fault is not null) return;
        for (var last = await LastAsync(ct); Fault is null && tree.Size <= last;)
        {
            var from = tree.Size;
            await HashAsync(from, ct);
            await EarlierAsync(WrongIndexAsync(from, ct));
            if (texts) await EarlierAsync(new SideCheck(connection, keys).RunAsync(from, tree.Size, erased => Erased += erased, ct));
            progress?.Report(tree.Size);
        }
    }

    private async Task<long> LastAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select coalesce(max(number), -1), coalesce(min(number), 0) from platform.leaf", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        if (reader.GetInt64(1) < 0) Fault = new(LedgerFaultKind.Gap, 0, "a leaf has a number below 0");
        return reader.GetInt64(0);
    }

    private async Task HashAsync(long from, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Leaves, connection) { Parameters = { new() { Value = from }, new() { Value = from + Step } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (Fault is null && await reader.ReadAsync(ct))
        {
            var number = reader.GetInt64(0);
            if (number != tree.Size) Fault = new(LedgerFaultKind.Gap, Math.Min(number, tree.Size), number < tree.Size ? "a leaf number is used twice" : "a leaf number is missing");
            else if (reader.IsDBNull(2)) Fault = new(LedgerFaultKind.RecordMissing, number, "the leaf's record is gone");
            else Take(number, reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2));
        }
        if (Fault is null && tree.Size == from) Fault = new(LedgerFaultKind.Gap, from, "a leaf number is missing");
    }

    private void Take(long number, byte[] sealedHash, byte[] canonical)
    {
        var hash = Merkle.Leaf(canonical);
        if (!hash.AsSpan().SequenceEqual(sealedHash))
        {
            Fault = new(LedgerFaultKind.RecordChanged, number, "the record's bytes do not give the leaf's hash");
            return;
        }
        tree.Append(hash);
        sinceAgreement.Add(hash);
        if (checkpoints.Contradicting(tree.Size, tree.Root) is { } signed) Fault = new(LedgerFaultKind.CheckpointMismatch, FirstWrong(signed), $"the leaves do not have the root of the signed checkpoint {signed.Line}");
        else if (checkpoints.Has(tree.Size))
        {
            agreed = tree.Size;
            sinceAgreement.Clear();
        }
    }

    // Without usable hashes in the second place only the stretch since the last agreeing checkpoint is known: its first leaf is named.
    private long FirstWrong(Checkpoint signed) =>
        secondPlace.FirstDifference(signed, leaf => leaf < agreed ? null : sinceAgreement[(int)(leaf - agreed)]) ?? agreed;

    private async Task<LedgerFault?> WrongIndexAsync(long from, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(WrongIndex, connection) { Parameters = { new() { Value = from }, new() { Value = tree.Size } } };
        return await command.ExecuteScalarAsync(ct) is long number ? new(LedgerFaultKind.IndexChanged, number, "an index column differs from the record's bytes") : null;
    }

    private async Task EarlierAsync(Task<LedgerFault?> check)
    {
        if (await check is { } found && (Fault is null || found.Leaf < Fault.Leaf)) Fault = found;
    }
}

using Npgsql;
using NpgsqlTypes;
using Sekisho.Kernel;
using Sekisho.Platform.Keys;

namespace Sekisho.Platform.Ledger;

/// <summary>
/// Numbers records and signs the tree (rule T6). One at a time (advisory lock); takes every record that waits, in the order
/// recorded time, command, place in the command; commits the leaves; then signs. Sealing time never goes back (rule T14).
/// </summary>
public sealed class Sealer : IAsyncDisposable
{
    private const int BatchSize = 5000;
    private readonly NpgsqlDataSource source;
    private readonly PlatformOptions options;
    private readonly TimeProvider time;
    private readonly SealerKey key;
    private readonly SealSignal signal;
    private bool isContinuous;
    private (string Origin, long Size)? signed;

    public Sealer(PlatformOptions options, TimeProvider time, SealerKey key, SealSignal signal)
    {
        (this.options, this.time, this.key, this.signal) = (options, time, key, signal);
        source = NpgsqlDataSource.Create(options.SealerConnection);
    }

    /// <summary>Seals everything that waits now.</summary>
    /// <exception cref="LedgerRolledBackException">The second place has a checkpoint this ledger does not reach.</exception>
    /// <returns>How many records were sealed.</returns>
    public async Task<long> SealAsync(CancellationToken ct)
    {
        var started = time.GetTimestamp();
        await using var guard = await source.OpenConnectionAsync(ct);
        await using var alone = await SealerLock.ExclusiveAsync(guard, ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        await RequireContinuityAsync(connection, ct);
        long total = 0;
        while (true)
        {
            var batch = await BatchAsync(connection, ct);
            total += batch;
            if (batch < BatchSize) break;
        }
        await SignAsync(connection, ct);
        if (total > 0)
        {
            PlatformMeter.RecordsSealed.Add(total);
            PlatformMeter.SealSeconds.Record(time.GetElapsedTime(started).TotalSeconds);
            signal.Raise();
        }
        return total;
    }

    /// <summary>Puts every record without a leaf that is missing from the waiting list back on it: the full anti-join.</summary>
    /// <returns>How many were found.</returns>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            insert into platform.unsealed (record_id, recorded_at, command_id, ordinal)
            select r.id, r.recorded_at, r.command_id, r.ordinal from platform.record r
            left join platform.leaf l on l.recorded_at = r.recorded_at and l.record_id = r.id
            where l.record_id is null
            on conflict (record_id) do nothing
            """);
        return await command.ExecuteNonQueryAsync(ct);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task<int> BatchAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var waiting = await WaitingAsync(connection, transaction, ct);
        if (waiting.Count == 0) return 0;
        var tree = await TreeRow.ReadAsync(connection, transaction, ct)
            ?? await TreeRow.CreateAsync(connection, transaction, options.Origin, Instant.Cut(time.GetUtcNow()), ct);
        var sealedAt = Later(Instant.Cut(time.GetUtcNow()), tree.SealedAt);
        var from = tree.Frontier.Size;
        var hashes = new List<byte[]>(waiting.Count);
        await using (var import = await connection.BeginBinaryImportAsync(
            "copy platform.leaf (number, record_id, recorded_at, hash) from stdin (format binary)", ct))
        {
            foreach (var record in waiting.Where(w => w.Canonical is not null))
            {
                var hash = Merkle.Leaf(record.Canonical!);
                await import.StartRowAsync(ct);
                await import.WriteAsync(tree.Frontier.Size, NpgsqlDbType.Bigint, ct);
                await import.WriteAsync(record.Id, NpgsqlDbType.Uuid, ct);
                await import.WriteAsync(record.RecordedAt, NpgsqlDbType.TimestampTz, ct);
                await import.WriteAsync(hash, NpgsqlDbType.Bytea, ct);
                tree.Frontier.Append(hash);
                hashes.Add(hash);
            }
            await import.CompleteAsync(ct);
        }
        await TreeRow.WriteAsync(connection, transaction, tree.Frontier, sealedAt, ct);
        await using (var done = new NpgsqlCommand("delete from platform.unsealed where record_id = any($1)", connection, transaction))
        {
            done.Parameters.Add(new() { Value = waiting.Select(w => w.Id).ToArray() });
            await done.ExecuteNonQueryAsync(ct);
        }
        await transaction.CommitAsync(ct);
        new SecondPlace(options.CheckpointFolder, tree.Origin).WriteLeaves(from, hashes);
        return waiting.Count;
    }

    // The tree is committed before it is signed, so a signature never covers leaves that do not exist.
    private async Task SignAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await TreeRow.ReadAsync(connection, transaction, ct) is not { } tree || signed == (tree.Origin, tree.Frontier.Size)) return;
        await using var insert = new NpgsqlCommand("""
            insert into platform.checkpoint (size, origin, root, frontier, sealed_at, note) values ($1, $2, $3, $4, $5, $6) on conflict (origin, size) do nothing
            """, connection, transaction);
        var checkpoint = new Checkpoint(tree.Origin, tree.Frontier.Size, tree.Frontier.Root(), tree.SealedAt, tree.Continues);
        var note = SignedNote.Sign(checkpoint.Body, checkpoint.Origin, key.Keys);
        foreach (var value in new object[] { checkpoint.Size, checkpoint.Origin, checkpoint.Root, tree.Frontier.ToBytes(), tree.SealedAt, note })
            insert.Parameters.Add(new() { Value = value });
        var isNew = await insert.ExecuteNonQueryAsync(ct) == 1;
        await transaction.CommitAsync(ct);
        signed = (checkpoint.Origin, checkpoint.Size);
        PlatformMeter.LedgerSize.Record(checkpoint.Size);
        if (isNew) new SecondPlace(options.CheckpointFolder, tree.Origin).WriteNote(note);
    }

    // Checked once a process: a ledger shorter than what the second place has seen signed was rolled back, and going on would bury that.
    private async Task RequireContinuityAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        if (isContinuous) return;
        var tree = await TreeRow.ReadAsync(connection, null, ct);
        var place = new SecondPlace(options.CheckpointFolder, tree?.Origin ?? options.Origin);
        if (place.Latest(key.Keys) is { } seen)
        {
            var size = tree?.Frontier.Size ?? 0;
            if (size < seen.Size || (size == seen.Size && !seen.Root.AsSpan().SequenceEqual(tree!.Frontier.Root()))) throw new LedgerRolledBackException(seen, size);
        }
        if (tree is not null && place.LeafCount < tree.Frontier.Size) await FillAsync(connection, place, tree.Frontier.Size, ct);
        isContinuous = true;
    }

    // After a crash between commit and write, or in the first folder of a new origin.
    private static async Task FillAsync(NpgsqlConnection connection, SecondPlace place, long size, CancellationToken ct)
    {
        var from = place.LeafCount;
        await using var command = new NpgsqlCommand("select hash from platform.leaf where number >= $1 and number < $2 order by number", connection)
        {
            Parameters = { new() { Value = from }, new() { Value = size } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var hashes = new List<byte[]>();
        while (await reader.ReadAsync(ct)) hashes.Add(reader.GetFieldValue<byte[]>(0));
        place.WriteLeaves(from, hashes);
    }

    // A record that a sweep put on the list while it was being sealed comes without bytes: it is only taken off again.
    private static async Task<List<(Guid Id, DateTimeOffset RecordedAt, byte[]? Canonical)>> WaitingAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            with next as materialized (
                select record_id, recorded_at, command_id, ordinal from platform.unsealed order by recorded_at, command_id, ordinal limit {BatchSize})
            select r.id, r.recorded_at, case when l.record_id is null then r.canonical end from next n
            join platform.record r on r.id = n.record_id and r.recorded_at = n.recorded_at
            left join platform.leaf l on l.recorded_at = n.recorded_at and l.record_id = n.record_id
            order by n.recorded_at, n.command_id, n.ordinal
            """, connection, transaction);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(Guid, DateTimeOffset, byte[]?)>();
        while (await reader.ReadAsync(ct)) rows.Add((reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2)));
        return rows;
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

using System.Runtime.CompilerServices;
using Npgsql;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;

namespace Sekisho.Platform.Ledger;

/// <summary>Sealed records by leaf number, the only order a consumer may rely on (rule T6).</summary>
public sealed class LedgerReader(Database database)
{
    private const string Records = """
        select l.number, r.canonical from platform.leaf l
        join platform.record r on r.recorded_at = l.recorded_at and r.id = l.record_id
        where l.number >= $1 and l.number < $2 order by l.number
        """;

    /// <summary>Records from <paramref name="fromLeaf"/> up to but not including <paramref name="toLeafExclusive"/> (default: all that is sealed now).</summary>
    public async IAsyncEnumerable<SealedRecord> ReadAsync(long fromLeaf, long? toLeafExclusive = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await foreach (var record in ReadAsync(connection, fromLeaf, toLeafExclusive ?? long.MaxValue, int.MaxValue, ct)) yield return record;
    }

    /// <summary>How many records are sealed: the next leaf's number.</summary>
    public async Task<long> SizeAsync(CancellationToken ct = default)
    {
        await using var command = database.Source.CreateCommand("select size from platform.tree");
        return await command.ExecuteScalarAsync(ct) is long size ? size : 0;
    }

    /// <summary>The size at the day's last checkpoint (days are Japan's): "as of" that day means leaves [0, n). A day still running gives the size so far.</summary>
    public async Task<long> SizeAtEndOfDayAsync(DateOnly day, CancellationToken ct = default)
    {
        await using var command = database.Source.CreateCommand("select coalesce(max(size), 0) from platform.checkpoint where sealed_at < $1");
        command.Parameters.Add(new() { Value = JapanTime.StartOf(day.AddDays(1)) });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>The same for every day of a span, both ends included, in two statements.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, long>> SizesAtEndOfDaysAsync(DateOnly from, DateOnly to, CancellationToken ct = default)
    {
        var size = await SizeAtEndOfDayAsync(from.AddDays(-1), ct);
        await using var command = database.Source.CreateCommand("select (sealed_at at time zone 'Asia/Tokyo')::date, max(size) from platform.checkpoint where sealed_at >= $1 and sealed_at < $2 group by 1");
        command.Parameters.Add(new() { Value = JapanTime.StartOf(from) });
        command.Parameters.Add(new() { Value = JapanTime.StartOf(to.AddDays(1)) });
        var grown = new Dictionary<DateOnly, long>();
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct)) grown[reader.GetFieldValue<DateOnly>(0)] = reader.GetInt64(1);
        var sizes = new Dictionary<DateOnly, long>();
        for (var day = from; day <= to; day = day.AddDays(1)) sizes[day] = size = Math.Max(size, grown.GetValueOrDefault(day));
        return sizes;
    }

    /// <summary>The newest checkpoint in one line, as <see cref="Checkpoint.Line"/> writes it, and when it was sealed; null before the first. Printed on paper it shows later that nothing was cut off (rule T6).</summary>
    public async Task<(string Line, DateTimeOffset SealedAt)?> NewestCheckpointAsync(CancellationToken ct = default)
    {
        await using var command = database.Source.CreateCommand("select origin, size, root, sealed_at from platform.checkpoint order by sealed_at desc, size desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        var newest = new Checkpoint(reader.GetString(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<DateTimeOffset>(3), null);
        return (newest.Line, newest.SealedAt);
    }

    /// <summary>One sealed record by its id; null when there is none or it is not sealed yet.</summary>
    public async Task<SealedRecord?> FindAsync(Guid recordId, CancellationToken ct = default)
    {
        await using var command = database.Source.CreateCommand("""
            select l.number, r.canonical from platform.leaf l join platform.record r on r.recorded_at = l.recorded_at and r.id = l.record_id where l.record_id = $1
            """);
        command.Parameters.Add(new() { Value = recordId });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? RecordBytes.Read(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    internal static async IAsyncEnumerable<SealedRecord> ReadAsync(
        NpgsqlConnection connection, long from, long to, int limit, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Records + " limit $3", connection)
        {
            Parameters = { new() { Value = from }, new() { Value = to }, new() { Value = (long)limit } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) yield return RecordBytes.Read(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
    }
}

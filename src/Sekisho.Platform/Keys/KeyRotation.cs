using System.Text;
using Npgsql;
using Sekisho.Kernel;

namespace Sekisho.Platform.Keys;

/// <summary>
/// Replaces the key-encryption key (rule T11). The new key is put first in the file, every wrapped key is wrapped again in small steps, then the old key is
/// dropped; interrupted anywhere, running it again finishes the work and nothing becomes unreadable.
/// </summary>
public sealed class KeyRotation(CommandRunner commands, KeyFile keys, IdSource ids, IEnumerable<WrappedColumn> ofModules)
{
    private const int Step = 500;
    private static readonly WrappedColumn[] Own =
    [
        new("platform.data_key", "id", "wrapped", "data:"),
        new("platform.side_key", "record_id", "wrapped", "side:"),
        new("platform.store_key", "only_row", "wrapped", "store"),
        new("platform.protection_key", "name", "sealed", "protection:"),
    ];

    /// <summary>Runs the whole rotation and makes a new recovery key.</summary>
    /// <returns>The new recovery key's text, to be printed once.</returns>
    public async Task<Result<string>> RotateAsync(Actor actor, CancellationToken ct)
    {
        keys.BeginRotation();
        var count = 0L;
        foreach (var part in Own.Concat(ofModules))
            for (var after = ""; ;)
            {
                var step = await commands.RunAsync<Rewrapped>(ids.Next(), "platform.key.rotate", actor, (work, token) => StepAsync(work, part, after, token), ct);
                if (!step.IsOk) return step.As<string>();
                count += step.Value.Count;
                if (step.Value.Last is null) break;
                after = step.Value.Last;
            }
        var paper = RecoveryKey.New();
        var done = await commands.RunAsync<bool>(ids.Next(), "platform.key.rotate", actor, async (work, token) =>
        {
            work.Audit("platform.key.rotated", new Dictionary<string, object>(StringComparer.Ordinal) { ["count"] = count });
            await RecoveryKey.StoreAsync(work, keys, paper, token);
            return true;
        }, ct);
        if (!done.IsOk) return done.As<string>();
        keys.EndRotation();
        return paper;
    }

    private sealed record Rewrapped(int Count, string? Last);

    private async Task<Result<Rewrapped>> StepAsync(UnitOfWork work, WrappedColumn part, string after, CancellationToken ct)
    {
        var rows = new List<(string Id, byte[] Wrapped)>();
        await using (var read = new NpgsqlCommand(
            $"select {part.Id}::text, {part.Column} from {part.Table} where {part.Id}::text > $1 and {part.Column} is not null order by {part.Id}::text limit {Step} for update", work.Connection, work.Transaction))
        {
            read.Parameters.Add(new() { Value = after });
            await using var reader = await read.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) rows.Add((reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
        }
        foreach (var (id, wrapped) in rows)
        {
            var label = Encoding.UTF8.GetBytes(part.Label.EndsWith(':') ? part.Label + id : part.Label);
            await using var write = new NpgsqlCommand($"update {part.Table} set {part.Column} = $2 where {part.Id}::text = $1", work.Connection, work.Transaction)
            {
                Parameters = { new() { Value = id }, new() { Value = keys.Wrap(keys.Unwrap(wrapped, label), label) } },
            };
            await write.ExecuteNonQueryAsync(ct);
        }
        work.Audit("platform.key.rewrapped", new Dictionary<string, object>(StringComparer.Ordinal) { ["table"] = part.Table, ["count"] = rows.Count });
        return new Rewrapped(rows.Count, rows.Count == Step ? rows[^1].Id : null);
    }
}

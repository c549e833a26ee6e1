using Npgsql;
using Sekisho.Kernel;

namespace Sekisho.Platform.Content;

/// <summary>
/// The end of objects (rule T11): erased when the last hold has ended, unless a legal hold blocks. A file goes after <see cref="FileDelay"/>, longer than
/// a backup takes; a key goes when nothing is left that it opens, which also ends what backups still hold.
/// </summary>
public sealed class ContentRetention
{
    /// <summary>Time between erasing an object and removing its file, so that a backup begun before finds every file its snapshot names.</summary>
    public static readonly TimeSpan FileDelay = TimeSpan.FromHours(48);
    /// <summary>Age at which a file that no row knows is collected (rule T9).</summary>
    public static readonly TimeSpan OrphanAge = TimeSpan.FromHours(24);
    private readonly CommandRunner commands;
    private readonly Database database;
    private readonly ObjectFiles files;
    private readonly TimeProvider time;
    private readonly IdSource ids;

    internal ContentRetention(CommandRunner commands, Database database, ObjectFiles files, TimeProvider time, IdSource ids) =>
        (this.commands, this.database, this.files, this.time, this.ids) = (commands, database, files, time, ids);

    /// <summary>Blocks erasure for a legal reason (<paramref name="reasonCode"/>), or lifts the block with null. Recorded.</summary>
    public static async Task BlockAsync(UnitOfWork work, string objectId, string? reasonCode, CancellationToken ct)
    {
        await ExecuteAsync(work, "update platform.object set blocked_by = $2 where id = $1", ct, objectId, (object?)reasonCode ?? DBNull.Value);
        work.Audit(reasonCode is null ? "platform.content.unblocked" : "platform.content.blocked",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["object"] = objectId, ["reason"] = reasonCode ?? "" });
    }

    /// <summary>Ends every hold of an object now; it is erased by the next <see cref="EraseAsync"/> unless blocked. The caller records why.</summary>
    public static Task ReleaseAsync(UnitOfWork work, string objectId, CancellationToken ct) =>
        ExecuteAsync(work, "delete from platform.hold where object_id = $1", ct, objectId);

    /// <summary>Erases what nothing holds any more, removes due files, destroys keys without objects. Run daily.</summary>
    /// <returns>How many objects were erased.</returns>
    public async Task<int> EraseAsync(CancellationToken ct)
    {
        var erased = 0;
        while (await BatchAsync(ct) is var count and > 0) erased += count;
        await RemoveFilesAsync(ct);
        await DestroyKeysAsync(ct);
        return erased;
    }

    /// <summary>Removes files that no row knows, older than 24 hours (rule T9).</summary>
    /// <returns>How many were removed.</returns>
    public async Task<int> CollectOrphansAsync(CancellationToken ct)
    {
        var limit = time.GetUtcNow() - OrphanAge;
        var removed = 0;
        foreach (var (path, objectId) in files.OlderThan(limit))
        {
            if (objectId is not null && await IsKnownAsync(objectId, ct)) continue;
            if (ObjectFiles.RemoveIfOlder(path, limit)) removed++;
        }
        return removed;
    }

    private async Task<int> BatchAsync(CancellationToken ct)
    {
        var result = await commands.RunAsync<int>(ids.Next(), "platform.content.erase", Actor.Service("retention"), async (work, token) =>
        {
            await using var command = new NpgsqlCommand("""
                delete from platform.object where id in (
                    select o.id from platform.object o
                    where o.blocked_by is null and not exists (select 1 from platform.hold h where h.object_id = o.id and h.retain_until >= $1)
                    order by o.id limit 200 for update skip locked)
                returning id, key_id
                """, work.Connection, work.Transaction) { Parameters = { new() { Value = JapanTime.Day(work.Now) } } };
            var gone = new List<(string Id, Guid Key)>();
            await using (var reader = await command.ExecuteReaderAsync(token))
                while (await reader.ReadAsync(token)) gone.Add((reader.GetString(0), reader.GetGuid(1)));
            if (gone.Count == 0) return new Refusal("content.nothing-due", "消去する対象はありません。", "次の確認を待ちます。");
            foreach (var (id, key) in gone)
            {
                await ExecuteAsync(work, "insert into platform.erasure (object_id, key_id, due_at) values ($1, $2, $3) on conflict (object_id) do nothing", token, id, key, work.Now + FileDelay);
                work.Audit("platform.content.erased", new Dictionary<string, object>(StringComparer.Ordinal) { ["object"] = id });
            }
            return gone.Count;
        }, ct);
        return result.IsOk ? result.Value : 0;
    }

    private async Task RemoveFilesAsync(CancellationToken ct)
    {
        await using var due = database.Source.CreateCommand("select object_id from platform.erasure where due_at <= $1");
        due.Parameters.Add(new() { Value = time.GetUtcNow() });
        var names = new List<string>();
        await using (var reader = await due.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct)) names.Add(reader.GetString(0));
        foreach (var id in names)
        {
            var path = files.PathOf(id);
            if (File.Exists(path)) File.Delete(path);
            await using var done = database.Source.CreateCommand("delete from platform.erasure where object_id = $1");
            done.Parameters.Add(new() { Value = id });
            await done.ExecuteNonQueryAsync(ct);
        }
    }

    // This month's keys stay: somebody may be staging under them right now.
    private Task DestroyKeysAsync(CancellationToken ct) => commands.RunAsync<int>(ids.Next(), "platform.key.destroy", Actor.Service("retention"), async (work, token) =>
    {
        var day = JapanTime.Day(work.Now - OrphanAge);
        await using var command = new NpgsqlCommand("""
            delete from platform.data_key k where k.month < $1
              and not exists (select 1 from platform.object o where o.key_id = k.id) and not exists (select 1 from platform.erasure e where e.key_id = k.id)
            returning k.id
            """, work.Connection, work.Transaction) { Parameters = { new() { Value = new DateOnly(day.Year, day.Month, 1) } } };
        var gone = new List<Guid>();
        await using (var reader = await command.ExecuteReaderAsync(token))
            while (await reader.ReadAsync(token)) gone.Add(reader.GetGuid(0));
        foreach (var id in gone) work.Audit("platform.key.destroyed", new Dictionary<string, object>(StringComparer.Ordinal) { ["key"] = id });
        return gone.Count > 0 ? gone.Count : new Refusal("content.nothing-due", "廃棄する鍵はありません。", "次の確認を待ちます。");
    }, ct);

    private async Task<bool> IsKnownAsync(string objectId, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("select 1 from platform.object where id = $1 union all select 1 from platform.erasure where object_id = $1");
        command.Parameters.Add(new() { Value = objectId });
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private static async Task ExecuteAsync(UnitOfWork work, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, work.Connection, work.Transaction);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }
}

using Npgsql;
using NpgsqlTypes;
using Sekisho.Platform.Ledger;

namespace Sekisho.Platform;

/// <summary>Everything a command writes at its end: contexts, records, jobs, notifications, its own result.</summary>
internal sealed class Commit(UnrecordedTables unrecorded, Keys.KeyFile keys)
{
    public async Task WriteAsync(UnitOfWork work, string resultJson, CancellationToken ct)
    {
        await work.SaveAsync(ct);
        foreach (var step in work.Before) await step(ct);
        if (work.Records.Count == 0) await unrecorded.RequireNoneAsync(work, ct);
        else await RecordWriter.WriteAsync(work, keys, ct);
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        foreach (var job in work.Jobs)
            batch.BatchCommands.Add(Statement("insert into platform.job (id, kind, args, not_before, created_at) values ($1, $2, $3, $4, $5)",
                job.Id, job.Kind, Json(job.ArgsJson), job.NotBefore.ToUniversalTime(), work.Now));
        foreach (var n in work.Notifications)
            batch.BatchCommands.Add(Statement("insert into platform.notification (id, person_id, key, args, link, created_at) values ($1, $2, $3, $4, $5, $6)",
                n.Id, n.PersonId, n.Key, Json(System.Text.Json.JsonSerializer.Serialize(n.Args)), (object?)n.Link ?? DBNull.Value, work.Now));
        batch.BatchCommands.Add(Statement("update platform.command set result = $2 where id = $1", work.CommandId, resultJson));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter Json(string text) => new() { Value = text, NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static NpgsqlBatchCommand Statement(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        return command;
    }
}

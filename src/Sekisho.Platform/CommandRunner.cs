using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sekisho.Kernel;
using Sekisho.Platform.Ledger;

namespace Sekisho.Platform;

/// <summary>
/// Runs commands (rule T4): one connection and transaction, the command's id first, whole retry on serialisation failure or deadlock with the
/// same id, the result stored and returned again for the same id. A refusal rolls everything back and is not stored.
/// </summary>
public sealed class CommandRunner
{
    private const int Attempts = 4; // the first try and at most three more
    private readonly Database database;
    private readonly TimeProvider time;
    private readonly IdSource ids;
    private readonly AuditNames auditNames;
    private readonly Months months;
    private readonly Commit commit;

    public CommandRunner(Database database, TimeProvider time, IdSource ids, IEnumerable<ModuleSchema> modules, Keys.KeyFile keys)
    {
        var list = modules.ToList();
        (this.database, this.time, this.ids) = (database, time, ids);
        auditNames = new AuditNames(list);
        months = new Months(database.Source);
        commit = new Commit(new UnrecordedTables(list), keys);
    }

    /// <summary>Runs <paramref name="body"/> once for this id, however often it is called.</summary>
    /// <param name="commandId">Chosen by the caller: a retry with the same id, name and actor gets the first result.</param>
    /// <param name="name">Stable dotted name, e.g. "organisation.import".</param>
    public async Task<Result<T>> RunAsync<T>(
        Guid commandId, string name, Actor actor, Func<UnitOfWork, CancellationToken, Task<Result<T>>> body, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        var result = await AttemptsAsync(commandId, name, actor, body, ct);
        PlatformMeter.CommandSeconds.Record(time.GetElapsedTime(started).TotalSeconds);
        PlatformMeter.Commands.Add(1, PlatformMeter.Tag("command", name), PlatformMeter.Tag("outcome", result.IsOk ? "done" : result.Refusals[0].IsConflict ? "conflict" : "refused"));
        return result;
    }

    private async Task<Result<T>> AttemptsAsync<T>(
        Guid commandId, string name, Actor actor, Func<UnitOfWork, CancellationToken, Task<Result<T>>> body, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(commandId, name, actor, body, ct);
            }
            catch (Exception e) when (attempt < Attempts && IsTransient(e))
            {
                PlatformMeter.CommandRetries.Add(1);
                await Task.Delay(TimeSpan.FromMilliseconds(10 << attempt), ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                return Conflict;
            }
        }
    }

    private static Refusal Conflict { get; } = new(
        "command.conflict", "ほかの人が先にこの内容を変更しました。", "最新の内容を読み込み、変更をもう一度確かめてから保存してください。") { IsConflict = true };

    private async Task<Result<T>> OnceAsync<T>(
        Guid commandId, string name, Actor actor, Func<UnitOfWork, CancellationToken, Task<Result<T>>> body, CancellationToken ct)
    {
        var now = Instant.Cut(time.GetUtcNow());
        await months.EnsureAsync(now, ct);
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (!await ClaimAsync(connection, commandId, name, actor, now, ct)) return await StoredAsync<T>(connection, commandId, name, actor, ct);
        var work = new UnitOfWork(commandId, name, actor, now, ids, connection, transaction, auditNames);
        try
        {
            var result = await body(work, ct);
            if (!result.IsOk) return result;
            await commit.WriteAsync(work, JsonSerializer.Serialize(result.Value), ct);
            await transaction.CommitAsync(ct);
            return result;
        }
        finally
        {
            await work.DisposeContextsAsync();
        }
    }

    private static async Task<bool> ClaimAsync(NpgsqlConnection connection, Guid id, string name, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "insert into platform.command (id, name, actor, started_at) values ($1, $2, $3, $4) on conflict (id) do nothing", connection)
        {
            Parameters = { new() { Value = id }, new() { Value = name }, new() { Value = actor.Code }, new() { Value = now } },
        };
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    private static async Task<Result<T>> StoredAsync<T>(NpgsqlConnection connection, Guid id, string name, Actor actor, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select result from platform.command where id = $1 and name = $2 and actor = $3", connection)
        {
            Parameters = { new() { Value = id }, new() { Value = name }, new() { Value = actor.Code } },
        };
        return await command.ExecuteScalarAsync(ct) is string json
            ? JsonSerializer.Deserialize<T>(json)!
            : new Refusal("command.id-reused", "この操作の番号は、別の操作ですでに使われています。", "画面を開き直して、もう一度操作してください。");
    }

    private static bool IsTransient(Exception e) => e switch
    {
        PostgresException p => p.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        DbUpdateConcurrencyException => false,
        { InnerException: { } inner } => IsTransient(inner),
        _ => false,
    };
}

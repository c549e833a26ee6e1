using Npgsql;
using Sekisho.Access.Accounts;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Access.Sessions;

/// <summary>What begins, moves on and ends a session, inside a command.</summary>
internal static class SessionCommands
{
    public static async Task InsertAsync(UnitOfWork work, Account account, byte[] tokenHash, string stage, int factors, CancellationToken ct)
    {
        var id = work.Ids.Next();
        await ExecuteAsync(work, """
            insert into access.session (id, token_hash, account_id, stage, factors, started_at, expires_at, previous_sign_in_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
            """, ct, id, tokenHash, account.Id, stage, factors, work.Now, work.Now + SessionStore.Longest, (object?)account.LastSignInAt ?? DBNull.Value);
        Record(work, "access.session.started", account.Id, id, ("stage", stage));
    }

    /// <summary>Uses a recovery code up; false when it is none of the account or was used before.</summary>
    public static async Task<bool> UseRecoveryCodeAsync(UnitOfWork work, string accountId, byte[] hash, CancellationToken ct)
    {
        if (await ExecuteAsync(work, "update access.recovery_code set used_at = $3 where account_id = $1 and hash = $2 and used_at is null", ct, accountId, hash, work.Now) != 1) return false;
        work.Audit("access.recovery.used", Payload(accountId), null, new TargetRef(TargetKind.Account, accountId));
        return true;
    }

    public static async Task EndAsync(UnitOfWork work, string accountId, Guid session, string reason, CancellationToken ct)
    {
        if (await ExecuteAsync(work, "update access.session set ended_at = $2, end_reason = $3 where id = $1 and ended_at is null", ct, session, work.Now, reason) == 1)
            Record(work, "access.session.ended", accountId, session, ("reason", reason));
    }

    /// <summary>Ends every session of an account, except one when it is named.</summary>
    public static Task<int> EndAllAsync(UnitOfWork work, string accountId, string reason, Guid? except, CancellationToken ct) => ExecuteAsync(work,
        "update access.session set ended_at = $2, end_reason = $3 where account_id = $1 and ended_at is null and id is distinct from $4", ct,
        accountId, work.Now, reason, new NpgsqlParameter { Value = (object?)except ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });

    public static Task<int> MoveAsync(UnitOfWork work, Guid session, string stage, int factors, CancellationToken ct) =>
        ExecuteAsync(work, "update access.session set stage = $2, factors = greatest(factors, $3) where id = $1", ct, session, stage, factors);

    public static Task<int> ActAsync(UnitOfWork work, Guid session, string role, CancellationToken ct) =>
        ExecuteAsync(work, "update access.session set acting_role = $2 where id = $1", ct, session, role);

    internal static Dictionary<string, object> Payload(string accountId) => new(StringComparer.Ordinal) { ["account_id"] = accountId };

    internal static async Task<int> ExecuteAsync(UnitOfWork work, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, work.Connection, work.Transaction);
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        return await command.ExecuteNonQueryAsync(ct);
    }

    private static void Record(UnitOfWork work, string name, string accountId, Guid session, (string Key, string Value) more)
    {
        var payload = Payload(accountId);
        payload["session_id"] = session.ToString("N");
        payload[more.Key] = more.Value;
        work.Audit(name, payload, null, new TargetRef(TargetKind.Account, accountId));
    }
}

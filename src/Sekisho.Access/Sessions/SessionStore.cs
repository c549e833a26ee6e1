using Npgsql;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Access.Sessions;

/// <summary>
/// Looks a session up on every request, so that it dies with the right it rests on: an account that was stopped, a session that was ended,
/// idle or too old is none. Only the time last seen is written, at most once a minute.
/// </summary>
internal sealed class SessionStore(Database database, CommandRunner commands, TimeProvider time, IdSource ids)
{
    /// <summary>A day's work: against a session left open somewhere.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    /// <summary>Against a terminal left unattended.</summary>
    public static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan SeenGranularity = TimeSpan.FromMinutes(1);

    public async Task<SessionRow?> FindAsync(byte[] tokenHash, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        SessionRow? row;
        await using (var read = await database.ReadAsync(ct)) row = await ReadAsync(read.Connection, tokenHash, now, ct);
        if (row is null || now - (row.SeenAt ?? row.StartedAt) > LongestIdle) return null;
        if (now - (row.SeenAt ?? DateTimeOffset.MinValue) > SeenGranularity) await TouchAsync(row.Id, now, ct);
        return row;
    }

    private static async Task<SessionRow?> ReadAsync(NpgsqlConnection connection, byte[] tokenHash, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select s.id, s.stage, s.acting_role, s.previous_sign_in_at, n.seen_at, s.started_at, a.id, a.name, a.person_id, a.is_administrator
            from access.session s join access.account a on a.id = s.account_id left join access.session_seen n on n.session_id = s.id
            where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and a.state = 'active'
            """, connection)
        { Parameters = { new() { Value = tokenHash }, new() { Value = now } } };
        await using var r = await command.ExecuteReaderAsync(ct);
        if (!await r.ReadAsync(ct)) return null;
        return new SessionRow(r.GetGuid(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetString(2), Time(r, 3), Time(r, 4), Time(r, 5)!.Value,
            r.GetString(6), r.GetString(7), r.IsDBNull(8) ? null : r.GetString(8), r.GetBoolean(9));
    }

    private Task TouchAsync(Guid session, DateTimeOffset now, CancellationToken ct) =>
        commands.RunAsync<bool>(ids.Next(), "access.session.touch", Actor.Service("access"), async (work, token) =>
        {
            await using var command = new NpgsqlCommand(
                "insert into access.session_seen (session_id, seen_at) values ($1, $2) on conflict (session_id) do update set seen_at = excluded.seen_at", work.Connection, work.Transaction)
            { Parameters = { new() { Value = session }, new() { Value = now } } };
            await command.ExecuteNonQueryAsync(token);
            return true;
        }, ct);

    private static DateTimeOffset? Time(NpgsqlDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetFieldValue<DateTimeOffset>(at);
}

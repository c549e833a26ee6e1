using Npgsql;
using Sekisho.Kernel;

namespace Sekisho.Platform.Jobs;

/// <summary>The job table (FOR UPDATE SKIP LOCKED, leases, back-off). The row is the only truth; nothing is kept in memory.</summary>
public sealed class JobQueue(Database database, TimeProvider time, IdSource ids)
{
    /// <summary>How long a claimed job belongs to its claimer unless renewed: so long does a job wait after the process that had it was killed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5), LongestPause = TimeSpan.FromHours(1);

    /// <summary>Claims the next due job of these kinds; null when there is none. The token proves the lease when it ends.</summary>
    internal async Task<(Job Job, Guid Token)?> ClaimAsync(string[] kinds, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var token = ids.Next();
        await using var command = database.Source.CreateCommand("""
            update platform.job set state = 'running', attempts = attempts + 1, lease_until = $2, lease_token = $3
            where id = (select id from platform.job
                        where kind = any($4) and ((state = 'queued' and not_before <= $1) or (state = 'running' and lease_until < $1))
                        order by not_before limit 1 for update skip locked)
            returning id, kind, args::text, attempts
            """);
        foreach (var value in new object[] { now, now + Lease, token, kinds }) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? (new Job(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), now + Lease), token) : null;
    }

    /// <summary>Keeps a job that is still being worked on.</summary>
    internal async Task RenewAsync(Job job, Guid token, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("update platform.job set lease_until = $3 where id = $1 and lease_token = $2");
        foreach (var value in new object[] { job.Id, token, time.GetUtcNow() + Lease }) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }

    internal async Task EndAsync(Job job, Guid token, JobOutcome outcome, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var command = database.Source.CreateCommand("""
            update platform.job set state = $3, not_before = $4, last_error = $5, lease_until = null, lease_token = null,
                   finished_at = case when $3 = 'queued' then null else $6 end
            where id = $1 and lease_token = $2
            """);
        var state = outcome.End switch { JobEnd.Done => "done", JobEnd.Retry => "queued", _ => "failed" };
        foreach (var value in new object[] { job.Id, token, state, now + (outcome.Delay ?? Pause(job.Attempt)), (object?)outcome.Reason ?? DBNull.Value, now })
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Gives back what a process that is gone had claimed. Only for the one that knows that nobody else works on this queue: `up`, holding the installation's lock.</summary>
    /// <returns>How many jobs there were.</returns>
    public async Task<int> TakeBackAsync(CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("update platform.job set state = 'queued', not_before = $1, lease_until = null, lease_token = null where state = 'running'");
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>How many jobs wait, run and failed, by kind.</summary>
    public async Task<IReadOnlyList<(string Kind, string State, long Count)>> CountsAsync(CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("select kind, state, count(*) from platform.job where state <> 'done' group by 1, 2 order by 1, 2");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(string, string, long)>();
        while (await reader.ReadAsync(ct)) rows.Add((reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        return rows;
    }

    internal static TimeSpan Pause(int attempt)
    {
        var pause = TimeSpan.FromTicks(FirstPause.Ticks << Math.Min(attempt - 1, 12));
        return pause < LongestPause ? pause : LongestPause;
    }
}

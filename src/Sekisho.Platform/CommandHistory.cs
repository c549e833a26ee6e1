namespace Sekisho.Platform;

/// <summary>Forgets results of old commands and finished jobs: a retry comes within minutes, not after a month.</summary>
public sealed class CommandHistory(Database database, TimeProvider time)
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    /// <returns>How many rows went.</returns>
    public async Task<int> TrimAsync(CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("""
            with c as (delete from platform.command where started_at < $1 returning 1), j as (delete from platform.job where state = 'done' and finished_at < $1 returning 1)
            select (select count(*) from c) + (select count(*) from j)
            """);
        command.Parameters.Add(new() { Value = time.GetUtcNow() - Keep });
        return (int)(long)(await command.ExecuteScalarAsync(ct))!;
    }
}

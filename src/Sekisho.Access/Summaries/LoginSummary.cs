using System.Globalization;
using System.Text;
using Npgsql;
using Sekisho.Access.Policies;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts;
using Sekisho.Kernel.Facts.Access;
using Sekisho.Platform;

namespace Sekisho.Access.Summaries;

/// <summary>Turns finished five-minute spans of attempts into one fact each for what succeeded and what failed (rule T17).</summary>
public sealed class LoginSummary(CommandRunner commands, IdSource ids, TimeProvider time)
{
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(5);

    /// <summary>Summarises every finished span. Safe to repeat.</summary>
    public Task<Result<int>> RunAsync(CancellationToken ct) =>
        commands.RunAsync<int>(ids.Next(), "access.login.summary", Actor.Service("access"), SummariseAsync, ct);

    private async Task<Result<int>> SummariseAsync(UnitOfWork work, CancellationToken ct)
    {
        var end = new DateTimeOffset(time.GetUtcNow().UtcTicks / Span.Ticks * Span.Ticks, TimeSpan.Zero);
        var attempts = await TakeAsync(work, end, ct);
        foreach (var span in attempts.GroupBy(a => a.At.UtcTicks / Span.Ticks).OrderBy(g => g.Key))
        {
            if (span.Where(a => a.IsSuccess).ToList() is { Count: > 0 } good) work.Fact(Succeeded(good), good[^1].At);
            if (span.Where(a => !a.IsSuccess).ToList() is { Count: > 0 } bad) work.Fact(Failed(bad), bad[^1].At);
        }
        return attempts.Count;
    }

    private static IdpLoginSucceeded Succeeded(List<Attempt> rows) => new(PolicyProbe.SystemId, null, rows.Min(r => r.Factors), rows.Count(r => r.Factors < 2),
        rows.Count(r => r.Exempt), null, rows.Count, rows[0].At, rows[^1].At, DigestOf(rows));

    private static IdpLoginFailed Failed(List<Attempt> rows) => new(PolicyProbe.SystemId, null, rows.Select(r => r.UserKey).Distinct(StringComparer.Ordinal).Count(),
        FactList.From(rows.GroupBy(r => r.Outcome, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}:{g.Count()}"))),
        rows.Count, rows[0].At, rows[^1].At, DigestOf(rows));

    private static string DigestOf(List<Attempt> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows) text.Append(CultureInfo.InvariantCulture, $"{row.Id:N}\t{Instant.Text(row.At)}\t{row.UserKey}\t{row.Outcome}\t{row.Factors}\n");
        return Digest.OfText(text.ToString()).ToString();
    }

    private static async Task<List<Attempt>> TakeAsync(UnitOfWork work, DateTimeOffset end, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            with taken as (update access.attempt set summarised = true where not summarised and at < $1 returning id, at, user_key, outcome, factors, exempt)
            select id, at, user_key, outcome, factors, exempt from taken order by at, id
            """, work.Connection, work.Transaction)
        { Parameters = { new() { Value = end } } };
        await using var r = await command.ExecuteReaderAsync(ct);
        var rows = new List<Attempt>();
        while (await r.ReadAsync(ct)) rows.Add(new(r.GetGuid(0), r.GetFieldValue<DateTimeOffset>(1), r.GetString(2), r.GetString(3), r.GetInt32(4), r.GetBoolean(5)));
        return rows;
    }

    private sealed record Attempt(Guid Id, DateTimeOffset At, string UserKey, string Outcome, int Factors, bool Exempt)
    {
        public bool IsSuccess => string.Equals(Outcome, "ok", StringComparison.Ordinal);
    }
}

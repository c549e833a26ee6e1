using Npgsql;
using Sekisho.Platform;

namespace Sekisho.Access.SignIn;

/// <summary>Writes single attempts; <see cref="Summaries.LoginSummary"/> turns five minutes of them into one fact.</summary>
internal static class Attempts
{
    public static async Task AddAsync(UnitOfWork work, string? accountId, string userKey, string outcome, int factors, bool exempt, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "insert into access.attempt (id, at, account_id, user_key, outcome, factors, exempt) values ($1, $2, $3, $4, $5, $6, $7)", work.Connection, work.Transaction)
        {
            Parameters =
            {
                new() { Value = work.Ids.Next() }, new() { Value = work.Now }, new() { Value = (object?)accountId ?? DBNull.Value }, new() { Value = userKey },
                new() { Value = outcome }, new() { Value = factors }, new() { Value = exempt },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}

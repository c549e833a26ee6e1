using Npgsql;
using Sekisho.Platform;
using Sekisho.Shell.Tables;

namespace Sekisho.Access.Accounts;

/// <summary>The list of accounts: one statement for rows and total together.</summary>
internal sealed class AccountList(Database database)
{
    public async Task<(IReadOnlyList<AccountRow> Rows, int Total)> ReadAsync(TableView view, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        await using var command = new NpgsqlCommand($"""
            select id, login, name, person_id, is_administrator, state, totp_secret is not null, second_factor_exempt, last_sign_in_at, count(*) over ()
            from access.account
            where ($1 = '' or login like '%' || lower($1) || '%' or name like '%' || $1 || '%') and ($2 = '' or state = $2)
            order by {Order(view)} limit $3 offset $4
            """, read.Connection)
        { Parameters = { new() { Value = view.Filter("q") }, new() { Value = view.Filter("state") }, new() { Value = view.Size }, new() { Value = view.Offset } } };
        await using var r = await command.ExecuteReaderAsync(ct);
        var rows = new List<AccountRow>();
        var total = 0;
        while (await r.ReadAsync(ct))
        {
            rows.Add(new(r.GetString(0), r.GetString(1), r.GetString(2), r.IsDBNull(3) ? null : r.GetString(3), r.GetBoolean(4), r.GetString(5) == Account.Active,
                r.GetBoolean(6), r.GetBoolean(7), r.IsDBNull(8) ? null : r.GetFieldValue<DateTimeOffset>(8)));
            total = checked((int)r.GetInt64(9));
        }
        return (rows, total);
    }

    // Fixed texts only: the key is one of those the page named.
    private static string Order(TableView view) => (view.Sort, view.Descending) switch
    {
        ("name", false) => "name collate \"ja-x-icu\", id",
        ("name", true) => "name collate \"ja-x-icu\" desc, id",
        ("last", false) => "last_sign_in_at nulls first, id",
        ("last", true) => "last_sign_in_at desc nulls last, id",
        (_, true) => "login desc",
        _ => "login",
    };
}

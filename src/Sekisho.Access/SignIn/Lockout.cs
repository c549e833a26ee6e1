using System.Net;
using Npgsql;
using Sekisho.Access.Accounts;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Access.SignIn;

/// <summary>
/// Counts attempts by user and by address before the password is looked at, so that many at once cannot outrun the count.
/// Five wrong ones lock a user for 15 minutes, thirty an address; the lock is the same for users that do not exist.
/// </summary>
internal sealed class Lockout(CommandRunner commands, IdSource ids)
{
    /// <summary>Against guessing one person's password.</summary>
    public const int UserLimit = 5;
    /// <summary>Against trying one password for many people. Above the user's: a whole office may share an address.</summary>
    public const int AddressLimit = 30;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Takes one attempt; false when the user or the address is locked.</summary>
    public async Task<bool> TakeAsync(string login, IPAddress? from, CancellationToken ct)
    {
        var result = await commands.RunAsync<bool>(ids.Next(), "access.signin.count", Actor.Service("access"), async (work, token) =>
        {
            var user = await CountAsync(work, "user", Login.Key(login), UserLimit, token);
            var address = from is null || await CountAsync(work, "address", from.ToString(), AddressLimit, token);
            return user && address;
        }, ct);
        return result.Value;
    }

    /// <summary>A success forgives the user's count and gives the address its attempt back, inside the command that starts the session.</summary>
    public static async Task ForgiveAsync(UnitOfWork work, string login, IPAddress? from, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            with cleared as (delete from access.failure where kind = 'user' and key = $1)
            update access.failure set count = greatest(count - 1, 0) where kind = 'address' and key = $2
            """, work.Connection, work.Transaction)
        { Parameters = { new() { Value = Login.Key(login) }, new() { Value = from?.ToString() ?? "" } } };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<bool> CountAsync(UnitOfWork work, string kind, string key, int limit, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            insert into access.failure as f (kind, key, count, window_from) values ($1, $2, 1, $3)
            on conflict (kind, key) do update set
                count = case when f.locked_until > $3 then f.count when f.window_from < $4 or f.locked_until <= $3 then 1 else f.count + 1 end,
                window_from = case when f.locked_until > $3 then f.window_from when f.window_from < $4 or f.locked_until <= $3 then $3 else f.window_from end,
                locked_until = case when f.locked_until > $3 then f.locked_until
                    when f.window_from < $4 or f.locked_until <= $3 then null when f.count + 1 > $5 then $6 else null end
            returning locked_until is null or locked_until <= $3
            """, work.Connection, work.Transaction)
        {
            Parameters =
            {
                new() { Value = kind }, new() { Value = key }, new() { Value = work.Now }, new() { Value = work.Now - Window }, new() { Value = limit }, new() { Value = work.Now + Window },
            },
        };
        return await command.ExecuteScalarAsync(ct) is true;
    }
}

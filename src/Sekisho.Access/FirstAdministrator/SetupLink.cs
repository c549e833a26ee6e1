using Microsoft.EntityFrameworkCore;
using Sekisho.Access.Accounts;
using Sekisho.Access.Sessions;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Access.FirstAdministrator;

/// <summary>The way in before anybody has an account: a link that works once, for a day, printed where the program was started.</summary>
public sealed class SetupLink(CommandRunner commands, Database database, AccountService accounts, IdSource ids, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>Whether any administrator exists; when not, <see cref="MakeAsync"/> is due.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return !await read.Context<AccessContext>().Accounts.AnyAsync(a => a.IsAdministrator && a.State == Account.Active, ct);
    }

    /// <summary>Makes a link; the ones before it stop working.</summary>
    /// <returns>The path to append to the server's address.</returns>
    public async Task<string> MakeAsync(CancellationToken ct)
    {
        var token = SessionToken.New();
        var result = await commands.RunAsync<bool>(ids.Next(), "access.setup.offer", Actor.Service("access"), async (work, inner) =>
        {
            await SessionCommands.ExecuteAsync(work, "delete from access.setup_link where used_at is null", inner);
            await SessionCommands.ExecuteAsync(work, "insert into access.setup_link (token_hash, created_at, expires_at) values ($1, $2, $3)", inner, SessionToken.Hash(token), work.Now, work.Now + Life);
            work.Audit("access.setup.offered", new Dictionary<string, object>(StringComparer.Ordinal));
            return true;
        }, ct);
        return result.IsOk ? "/setup?key=" + token : throw new InvalidOperationException(result.Refusals[0].ToString());
    }

    /// <summary>Whether the key opens the page now.</summary>
    public async Task<bool> IsOpenAsync(string key, CancellationToken ct)
    {
        if (key.Length != 43) return false;
        await using var read = await database.ReadAsync(ct);
        await using var command = new Npgsql.NpgsqlCommand("select 1 from access.setup_link where token_hash = $1 and used_at is null and expires_at > $2", read.Connection)
        { Parameters = { new() { Value = SessionToken.Hash(key) }, new() { Value = time.GetUtcNow() } } };
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    /// <summary>Makes the first administrator and uses the link up, in one transaction.</summary>
    public Task<Result<string>> UseAsync(Guid commandId, string key, string login, string name, string password, CancellationToken ct) =>
        commands.RunAsync(commandId, "access.setup.use", Actor.Service("access.setup"), async (work, inner) =>
        {
            if (await SessionCommands.ExecuteAsync(work, "update access.setup_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2", inner, SessionToken.Hash(key), work.Now) != 1)
                return new Refusal("access.setup.used", "このリンクはもう使えません。", "サーバーで sekisho up をやり直すと新しいリンクが出ます。");
            return await accounts.CreateAsync(work, new NewAccount(login, name, null, IsAdministrator: true, SecondFactorExempt: false, MustChangePassword: false), password, inner);
        }, ct);
}

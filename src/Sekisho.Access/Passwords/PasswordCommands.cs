using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sekisho.Access.Accounts;
using Sekisho.Access.Sessions;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Access;
using Sekisho.Platform;

namespace Sekisho.Access.Passwords;

/// <summary>Sets a password by the rule in force, inside a command.</summary>
internal static class PasswordCommands
{
    /// <param name="reason">Stable code for the fact (own, reset, expired); null for the first password of a new account.</param>
    /// <returns>What is wrong with it; none = it is set.</returns>
    public static async Task<IReadOnlyList<Refusal>> SetAsync(
        UnitOfWork work, Account account, string password, IEnumerable<string> personal, string? reason, CancellationToken ct)
    {
        var policy = await work.Context<AccessContext>().Policies.AsNoTracking().SingleAsync(ct);
        var wrong = PasswordRule.Check(password, policy.MinLength, policy.Blocklist, personal);
        if (wrong.Count > 0) return wrong;
        if (await WasUsedAsync(work, account, password, policy.History, ct))
            return [new Refusal("access.password.used", "前に使ったパスワードです。", "使ったことのないものにしてください。") { Field = "password" }];
        var hash = PasswordHash.Of(password);
        (account.PasswordHash, account.PasswordSetAt, account.MustChangePassword) = (hash, work.Now, false);
        await SessionCommands.ExecuteAsync(work, "insert into access.password_history (account_id, set_at, hash) values ($1, $2, $3)", ct, account.Id, work.Now, hash);
        if (reason is not null) work.Fact(new IdpPasswordChanged(account.PersonId, account.Id, reason, work.Now));
        return [];
    }

    private static async Task<bool> WasUsedAsync(UnitOfWork work, Account account, string password, int history, CancellationToken ct)
    {
        if (history == 0) return false;
        var hashes = new List<string>();
        await using (var command = new NpgsqlCommand("select hash from access.password_history where account_id = $1 order by set_at desc limit $2", work.Connection, work.Transaction)
        { Parameters = { new() { Value = account.Id }, new() { Value = history } } })
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct)) hashes.Add(reader.GetString(0));
        return hashes.Any(hash => PasswordHash.Matches(password, hash));
    }
}

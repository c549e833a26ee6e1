using Microsoft.EntityFrameworkCore;
using Sekisho.Access.Accounts;
using Sekisho.Access.Passwords;
using Sekisho.Access.Sessions;
using Sekisho.Access.Totp;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Access.Own;

/// <summary>What a person does to the own account: password, second factor, acting role, sign-out.</summary>
internal sealed class OwnAccount(CommandRunner commands, Database database, AccountService accounts, TotpSecret secrets)
{
    public async Task<Account> ReadAsync(string accountId, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await read.Context<AccessContext>().Accounts.SingleAsync(a => a.Id == accountId, ct);
    }

    public async Task<Account?> FindAsync(string accountId, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await read.Context<AccessContext>().Accounts.SingleOrDefaultAsync(a => a.Id == accountId, ct);
    }

    /// <summary>Changes the password; other sessions end. The old one is asked for, so that an unattended screen is not enough.</summary>
    public Task<Result<string>> ChangePasswordAsync(Guid commandId, SessionRow session, string old, string password, string again, CancellationToken ct) =>
        commands.RunAsync<string>(commandId, "access.password.change", Person(session), async (work, inner) =>
        {
            var (account, policy) = await LoadAsync(work, session, inner);
            if (!PasswordHash.Matches(old, account.PasswordHash)) return new Refusal("access.password.old", "今のパスワードが違います。", "いま使っているパスワードを入れてください。") { Field = "old" };
            if (!string.Equals(password, again, StringComparison.Ordinal)) return new Refusal("access.password.again", "2回の入力が違います。", "同じものを2回入れてください。") { Field = "again" };
            var reason = string.Equals(session.Stage, Stage.Password, StringComparison.Ordinal) ? "required" : "own";
            if (await PasswordCommands.SetAsync(work, account, password, accounts.Personal(account), reason, inner) is { Count: > 0 } wrong) return Result<string>.Refused(wrong);
            var stage = account.TotpSecret is null && policy.AsksSecondFactor(account) ? Stage.Enrol : Stage.Full;
            await SessionCommands.MoveAsync(work, session.Id, stage, 1, inner);
            await SessionCommands.EndAllAsync(work, account.Id, "password", session.Id, inner);
            return stage;
        }, ct);

    /// <summary>Sets the second factor up once a number proves that the app has the secret; recovery codes are kept as digests.</summary>
    public Task<Result<string>> EnrolAsync(Guid commandId, SessionRow session, byte[] secret, string code, CancellationToken ct) =>
        commands.RunAsync<string>(commandId, "access.totp.enrol", Person(session), async (work, inner) =>
        {
            var (account, _) = await LoadAsync(work, session, inner);
            if (TotpCode.Match(secret, Shell.Forms.PostedForm.HalfWidth(code).Replace(" ", "", StringComparison.Ordinal), work.Now, null).Step is not { } step)
                return new Refusal("access.totp.number", "数字が合いません。", "アプリにいま出ている6けたの数字を入れてください。時計のずれも確かめてください。") { Field = "code" };
            (account.TotpSecret, account.TotpLastStep) = (secrets.Wrap(secret, account.Id), step);
            await SessionCommands.ExecuteAsync(work, "delete from access.recovery_code where account_id = $1", inner, account.Id);
            foreach (var recovery in RecoveryCodes.Of(secret))
                await SessionCommands.ExecuteAsync(work, "insert into access.recovery_code (account_id, hash) values ($1, $2)", inner, account.Id, RecoveryCodes.Hash(account.Id, recovery));
            work.Audit("access.totp.enrolled", SessionCommands.Payload(account.Id), null, new TargetRef(TargetKind.Account, account.Id));
            var stage = account.MustChangePassword ? Stage.Password : Stage.Full;
            await SessionCommands.MoveAsync(work, session.Id, stage, 2, inner);
            return stage;
        }, ct);

    public Task<Result<string>> ActAsync(Guid commandId, SessionRow session, string role, CancellationToken ct) =>
        commands.RunAsync<string>(commandId, "access.role.act", Person(session), async (work, inner) =>
        {
            await SessionCommands.ActAsync(work, session.Id, role, inner);
            var payload = SessionCommands.Payload(session.AccountId);
            payload["role"] = role;
            work.Audit("access.role.chosen", payload, null, new TargetRef(TargetKind.Account, session.AccountId));
            return role;
        }, ct);

    public Task<Result<string>> SignOutAsync(Guid commandId, SessionRow session, CancellationToken ct) =>
        commands.RunAsync<string>(commandId, "access.session.end", Person(session), async (work, inner) =>
        {
            await SessionCommands.EndAsync(work, session.AccountId, session.Id, "signout", inner);
            return session.AccountId;
        }, ct);

    private static async Task<(Account Account, SignInPolicy Policy)> LoadAsync(UnitOfWork work, SessionRow session, CancellationToken ct)
    {
        var context = work.Context<AccessContext>();
        return (await context.Accounts.SingleAsync(a => a.Id == session.AccountId, ct), await context.Policies.AsNoTracking().SingleAsync(ct));
    }

    private static Actor Person(SessionRow session) => new(ActorKind.Person, session.Name, session.ActorId, null, null, new HashSet<string>(StringComparer.Ordinal));
}

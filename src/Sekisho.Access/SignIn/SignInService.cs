using Microsoft.EntityFrameworkCore;
using Sekisho.Access.Accounts;
using Sekisho.Access.Passwords;
using Sekisho.Access.Sessions;
using Sekisho.Access.Totp;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Access.SignIn;

/// <summary>Password and number in, session out. Who fails learns nothing about which part was wrong, except that a number was old.</summary>
internal sealed class SignInService(Database database, CommandRunner commands, Lockout lockout, TotpSecret secrets, IdSource ids)
{
    private static readonly Refusal Wrong = new("access.signin.wrong", "サインインできませんでした。", "職員番号、パスワード、数字を確かめて、もう一度入れてください。");
    private static readonly Refusal Locked = new("access.signin.locked", "続けて間違えたため、しばらくサインインできません。", "15分たってからもう一度試すか、情報システム管理者に頼んでください。");
    private static readonly Refusal OldNumber = new("access.signin.old-number", "数字の期限が切れています。", "アプリの新しい数字を入れてください。") { Field = "code" };

    public async Task<Result<SignInDone>> RunAsync(SignInRequest request, CancellationToken ct)
    {
        var login = Login.Normalise(request.Login);
        if (!await lockout.TakeAsync(login, request.From, ct)) return await FailAsync(login, null, "locked", Locked, ct);
        var account = await FindAsync(login, ct);
        // The hash of nobody keeps the time the same for a login that does not exist.
        var passwordGood = PasswordHash.Matches(request.Password, account?.PasswordHash ?? PasswordHash.OfNobody);
        if (account is null || !passwordGood || !account.IsActive) return await FailAsync(login, account, account is null ? "unknown" : passwordGood ? "stopped" : "password", Wrong, ct);
        var token = SessionToken.New();
        var begun = await commands.RunAsync(ids.Next(), "access.session.start", Actor.Service("access"),
            (work, inner) => StartAsync(work, account.Id, login, request, token, inner), ct);
        if (begun.IsOk) return new SignInDone(token, begun.Value);
        return await FailAsync(login, account, begun.Refusals[0] == OldNumber ? "old_number" : "number", begun.Refusals[0], ct);
    }

    private async Task<Account?> FindAsync(string login, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await read.Context<AccessContext>().Accounts.SingleOrDefaultAsync(a => a.Login == login, ct);
    }

    private async Task<Result<string>> StartAsync(UnitOfWork work, string accountId, string login, SignInRequest request, string token, CancellationToken ct)
    {
        var context = work.Context<AccessContext>();
        // The row lock makes comparing and storing the last step one act: of two uses of a number one fails.
        var account = await context.Accounts.FromSql($"select * from access.account where id = {accountId} for update").SingleAsync(ct);
        var policy = await context.Policies.AsNoTracking().SingleAsync(ct);
        var factors = 1;
        if (account.TotpSecret is { } wrapped)
        {
            if (await SecondFactorAsync(work, account, secrets.Unwrap(wrapped, account.Id), request.Code, ct) is { } refused) return refused;
            factors = 2;
        }
        var stage = factors == 1 && policy.AsksSecondFactor(account) ? Stage.Enrol : MustChange(account, policy, work.Now) ? Stage.Password : Stage.Full;
        await SessionCommands.InsertAsync(work, account, SessionToken.Hash(token), stage, factors, ct);
        account.LastSignInAt = work.Now;
        await Lockout.ForgiveAsync(work, login, request.From, ct);
        await Attempts.AddAsync(work, account.Id, Login.Key(login), "ok", factors, account.SecondFactorExempt, ct);
        return stage;
    }

    private static async Task<Refusal?> SecondFactorAsync(UnitOfWork work, Account account, byte[] secret, string typed, CancellationToken ct)
    {
        if (RecoveryCodes.LooksLikeOne(typed)) return await SessionCommands.UseRecoveryCodeAsync(work, account.Id, RecoveryCodes.Hash(account.Id, typed), ct) ? null : Wrong;
        var match = TotpCode.Match(secret, Shell.Forms.PostedForm.HalfWidth(typed).Replace(" ", "", StringComparison.Ordinal), work.Now, account.TotpLastStep);
        if (match.Step is not { } step) return match.IsOld ? OldNumber : Wrong;
        account.TotpLastStep = step;
        return null;
    }

    private static bool MustChange(Account account, SignInPolicy policy, DateTimeOffset now) => account.MustChangePassword
        || (policy.MaxAgeDays is { } days && now - account.PasswordSetAt > TimeSpan.FromDays(days));

    private async Task<Result<SignInDone>> FailAsync(string login, Account? account, string outcome, Refusal refusal, CancellationToken ct)
    {
        await commands.RunAsync<bool>(ids.Next(), "access.signin.fail", Actor.Service("access"), async (work, inner) =>
        {
            await Attempts.AddAsync(work, account?.Id, Login.Key(login), outcome, 0, false, inner);
            return true;
        }, ct);
        return refusal;
    }
}

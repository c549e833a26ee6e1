using Microsoft.EntityFrameworkCore;
using Sekisho.Access.Passwords;
using Sekisho.Access.Sessions;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Access;
using Sekisho.Platform;
using Sekisho.Platform.Registries;

namespace Sekisho.Access.Accounts;

/// <summary>Makes, stops and restores accounts and sets passwords. Also for the loader of a demonstration, with the same checks.</summary>
public sealed class AccountService(CommandRunner commands, Shell.Installation installation)
{
    private const string Kind = "password";

    /// <returns>The id of the account.</returns>
    public Task<Result<string>> CreateAsync(Guid commandId, Actor actor, NewAccount account, string password, CancellationToken ct) =>
        commands.RunAsync(commandId, "access.account.create", actor, (work, inner) => CreateAsync(work, account, password, inner), ct);

    /// <summary>Stops the account and ends its sessions at once.</summary>
    /// <param name="reason">Stable code: left, moved, lost, misuse, unused.</param>
    /// <param name="eventAt">When the reason arose; the time to the stop is judged.</param>
    public Task<Result<string>> StopAsync(Guid commandId, Actor actor, string accountId, int rowVersion, string reason, DateTimeOffset eventAt, CancellationToken ct) =>
        commands.RunAsync(commandId, "access.account.stop", actor, async (work, inner) =>
        {
            if (await FindAsync(work, accountId, rowVersion, inner) is not { } account) return NoSuchAccount;
            if (!account.IsActive) return new Refusal("access.account.stopped", "この利用者IDはもう止まっています。", "一覧に戻って確かめてください。");
            if (account.IsAdministrator && await LastAdministratorAsync(work, account, inner))
                return new Refusal("access.account.last", "管理者の最後の1人は止められません。", "先に別の管理者を作ってください。");
            await StopAsync(work, account, reason, eventAt, inner);
            return Result(account.Id);
        }, ct);

    /// <summary>A new password set by an administrator: the person must change it at the next sign-in, and every session ends.</summary>
    public Task<Result<string>> ResetPasswordAsync(Guid commandId, Actor actor, string accountId, int rowVersion, string password, bool dropSecondFactor, CancellationToken ct) =>
        commands.RunAsync(commandId, "access.password.reset", actor, async (work, inner) =>
        {
            if (await FindAsync(work, accountId, rowVersion, inner) is not { } account) return NoSuchAccount;
            if (await PasswordCommands.SetAsync(work, account, password, Personal(account), "reset", inner) is { Count: > 0 } wrong) return Result<string>.Refused(wrong);
            account.MustChangePassword = true;
            if (dropSecondFactor)
            {
                (account.TotpSecret, account.TotpLastStep) = (null, null);
                await SessionCommands.ExecuteAsync(work, "delete from access.recovery_code where account_id = $1", inner, account.Id);
                work.Audit("access.totp.removed", SessionCommands.Payload(account.Id), null, new TargetRef(TargetKind.Account, account.Id));
            }
            await SessionCommands.EndAllAsync(work, account.Id, "password", null, inner);
            return Result(account.Id);
        }, ct);

    /// <summary>A stopped account works again, by an administrator's act and with a new password that the person must change.</summary>
    public Task<Result<string>> RestoreAsync(Guid commandId, Actor actor, string accountId, int rowVersion, string password, CancellationToken ct) =>
        commands.RunAsync(commandId, "access.account.restore", actor, async (work, inner) =>
        {
            if (await FindAsync(work, accountId, rowVersion, inner) is not { } account) return NoSuchAccount;
            if (account.IsActive) return new Refusal("access.account.active", "この利用者IDは止まっていません。", "一覧に戻って確かめてください。");
            if (await OwnerAsync(work, account.PersonId, inner) is { } refusal) return refusal;
            if (await PasswordCommands.SetAsync(work, account, password, Personal(account), "reset", inner) is { Count: > 0 } wrong) return Result<string>.Refused(wrong);
            Restore(work, account);
            return Result(account.Id);
        }, ct);

    internal static void Restore(UnitOfWork work, Account account)
    {
        (account.State, account.StoppedAt, account.LeftOn, account.MustChangePassword) = (Account.Active, null, null, true);
        work.Fact(new CredentialIssued(account.Id, account.PersonId, Kind, false, work.Actor.PersonId, work.Now));
    }

    internal static async Task StopAsync(UnitOfWork work, Account account, string reason, DateTimeOffset eventAt, CancellationToken ct)
    {
        account.State = Account.Stopped;
        account.StoppedAt = work.Now;
        await SessionCommands.EndAllAsync(work, account.Id, "stopped", null, ct);
        work.Fact(new CredentialRevoked(account.Id, account.PersonId, Kind, reason, eventAt, work.Now));
    }

    internal async Task<Result<string>> CreateAsync(UnitOfWork work, NewAccount wanted, string password, CancellationToken ct)
    {
        var login = Login.Normalise(wanted.Login);
        if (!Login.IsWellFormed(login)) return new Refusal("access.account.login", "職員番号に使えない文字があります。", "英数字とハイフンで書いてください。") { Field = "login" };
        if (string.IsNullOrWhiteSpace(wanted.Name)) return new Refusal("access.account.name", "名前が入っていません。", "画面に出る名前を書いてください。") { Field = "name" };
        var context = work.Context<AccessContext>();
        if (await context.Accounts.AnyAsync(a => a.Login == login, ct)) return new Refusal("access.account.taken", $"「{login}」はもう使われています。", "別の職員番号を書くか、一覧から探してください。") { Field = "login" };
        if (wanted.PersonId is { } person && (await work.SubjectsAsync(TargetKind.Person, id: person, ct: ct)).Count == 0)
            return new Refusal("access.account.person", $"「{person}」は組織の名簿にいません。", "先に組織に人を登録するか、番号を確かめてください。") { Field = "person" };
        if (wanted.PersonId is null && !wanted.IsAdministrator) return new Refusal("access.account.nobody", "だれの利用者IDかが決まっていません。", "組織の名簿の人を選んでください。") { Field = "person" };
        if (await OwnerAsync(work, wanted.PersonId, ct) is { } refusal) return refusal;
        var account = new Account
        {
            Id = "ac" + work.Ids.Next().ToString("N")[..12], Login = login, Name = wanted.Name.Trim(), PersonId = wanted.PersonId, IsAdministrator = wanted.IsAdministrator,
            SecondFactorExempt = wanted.SecondFactorExempt, PasswordHash = "", CreatedAt = work.Now,
        };
        if (await PasswordCommands.SetAsync(work, account, password, Personal(account), null, ct) is { Count: > 0 } wrong) return Result<string>.Refused(wrong);
        account.MustChangePassword = wanted.MustChangePassword;
        context.Accounts.Add(account);
        work.Fact(new CredentialIssued(account.Id, account.PersonId, Kind, false, work.Actor.PersonId, work.Now));
        return account.Id;
    }

    internal IEnumerable<string> Personal(Account account) =>
        new[] { account.Login, account.Name, installation.Value.CityName }.Concat(account.Name.Split(' ', '　')).Where(p => p.Length >= 2);

    private static Refusal NoSuchAccount { get; } = new("access.account.missing", "この利用者IDはありません。", "一覧から選び直してください。") { IsNotFound = true };

    /// <summary>Why this person may not have a working account now; null = may.</summary>
    private static async Task<Refusal?> OwnerAsync(UnitOfWork work, string? person, CancellationToken ct)
    {
        if (person is null) return null;
        if ((await Leaving.PersonStates.LeftAsync(work, JapanTime.Day(work.Now), person, ct)).Count > 0)
            return new Refusal("access.account.left", "この人は退職しています。", "再度任用のときは、先に組織の名簿で在職にしてください。") { Field = "person" };
        return await work.Context<AccessContext>().Accounts.AnyAsync(a => a.PersonId == person && a.State == Account.Active, ct)
            ? new Refusal("access.account.second", "この人は使っている利用者IDをもう持っています。", "共用や二つ目は作れません。今のものを使ってください。") { Field = "person" } : null;
    }

    private static async Task<Account?> FindAsync(UnitOfWork work, string id, int rowVersion, CancellationToken ct)
    {
        var context = work.Context<AccessContext>();
        var account = await context.Accounts.SingleOrDefaultAsync(a => a.Id == id, ct);
        if (account is not null) context.ExpectVersion(account, rowVersion);
        return account;
    }

    private static async Task<bool> LastAdministratorAsync(UnitOfWork work, Account account, CancellationToken ct) =>
        !await work.Context<AccessContext>().Accounts.AnyAsync(a => a.IsAdministrator && a.State == Account.Active && a.Id != account.Id, ct);

    private static Result<string> Result(string id) => id;
}

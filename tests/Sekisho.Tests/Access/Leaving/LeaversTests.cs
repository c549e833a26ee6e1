using System.Net;
using Sekisho.Access.Accounts;
using Sekisho.Access.Leaving;
using Sekisho.Access.Own;
using Sekisho.Access.Sessions;
using Sekisho.Access.SignIn;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Organisation;
using Sekisho.Platform;
using Sekisho.Platform.Registries;

namespace Sekisho.Tests.Access.Leaving;

/// <summary>A right ends with what it rests on: at once when the reason has come, on its day when it lies ahead, not at all when it is taken back.</summary>
public sealed class LeaversTests(AccessDatabase database) : IClassFixture<AccessDatabase>
{
    private DateOnly Today => JapanTime.Day(database.Time.GetUtcNow());

    [Fact]
    public async Task Who_left_today_loses_account_and_session_as_soon_as_the_record_is_sealed()
    {
        var (account, token) = await SignedInAsync("s3001", "p1");
        await SaysAsync("p1", "retired", Today);
        (await SessionAsync(token)).ShouldNotBeNull("not sealed yet");
        await database.SealAsync();
        (await SessionAsync(token)).ShouldBeNull();
        (await StateAsync(account)).ShouldBe("stopped");
        (await RevokedAsync(account, "reason")).ShouldBe("left");
        (await RevokedAsync(account, "event_at")).ShouldBe(Instant.Text(JapanTime.StartOf(Today)));
    }

    [Fact]
    public async Task A_leaving_that_lies_ahead_stops_on_its_day_and_once()
    {
        var (account, _) = await SignedInAsync("s3002", "p2");
        var day = Today.AddDays(10);
        await SaysAsync("p2", "retired", day);
        await database.SealAsync();
        (await database.Get<Leavers>().RunAsync(CancellationToken.None)).Value.ShouldBe(0);
        database.Time.Set(JapanTime.StartOf(day).AddMinutes(-1));
        (await database.Get<Leavers>().RunAsync(CancellationToken.None)).Value.ShouldBe(0, "the last day in office is not over");
        database.Time.Set(JapanTime.StartOf(day));
        (await database.Get<Leavers>().RunAsync(CancellationToken.None)).Value.ShouldBe(1);
        (await database.Get<Leavers>().RunAsync(CancellationToken.None)).Value.ShouldBe(0);
        (await StateAsync(account)).ShouldBe("stopped");
        (await RevokedAsync(account, "event_at")).ShouldBe(Instant.Text(JapanTime.StartOf(day)));
    }

    [Fact]
    public async Task Who_is_appointed_again_or_only_on_leave_keeps_the_account()
    {
        var (again, _) = await SignedInAsync("s3003", "p3");
        var (leave, _) = await SignedInAsync("s3004", "p4");
        await SaysAsync("p3", "retired", Today.AddDays(-5));
        await SaysAsync("p3", "active", Today);
        await SaysAsync("p4", "childcare_leave", Today);
        await database.SealAsync();
        (await StateAsync(again), await StateAsync(leave)).ShouldBe(("active", "active"));
    }

    [Fact]
    public async Task Who_is_appointed_again_later_has_the_account_back_and_changes_the_password_first()
    {
        var (account, token) = await SignedInAsync("s3007", "p7");
        await SaysAsync("p7", "retired", Today.AddDays(-3));
        await database.SealAsync();
        (await StateAsync(account)).ShouldBe("stopped");
        await SaysAsync("p7", "active", Today.AddDays(1));
        await database.SealAsync();
        (await StateAsync(account)).ShouldBe("stopped", "the new term has not begun");
        database.Time.Advance(TimeSpan.FromDays(1));
        await database.Get<Leavers>().RunAsync(CancellationToken.None);
        (await StateAsync(account)).ShouldBe("active");
        (await SessionAsync(token)).ShouldBeNull("the old session stays ended");
        (await database.SqlAsync($"select must_change_password and left_on is null and stopped_at is null from access.account where id = '{account}'")).ShouldBe(true);
        (await database.SqlAsync($"select count(*) from platform.record where name = 'credential.issued' and body->'payload'->>'account_id' = '{account}'")).ShouldBe(2L);
    }

    [Fact]
    public async Task The_list_of_people_gives_back_neither_an_administrators_account_nor_one_stopped_by_hand()
    {
        var administrator = await database.AccountAsync("s3008", "p8", administrator: true);
        var (lost, _) = await SignedInAsync("s3009", "p9");
        await SaysAsync("p8", "retired", Today);
        await database.SealAsync();
        (await database.Get<AccountService>().StopAsync(IdSource.Random.Next(), Actor.Service("test"), lost, await VersionAsync(lost), "lost", database.Time.GetUtcNow(), CancellationToken.None)).IsOk.ShouldBeTrue();
        await SaysAsync("p8", "active", Today);
        await SaysAsync("p9", "active", Today);
        await database.SealAsync();
        (await StateAsync(administrator), await StateAsync(lost)).ShouldBe(("stopped", "stopped"));

        foreach (var account in new[] { administrator, lost })
            (await RestoreAsync(account)).IsOk.ShouldBeTrue();
        (await StateAsync(administrator), await StateAsync(lost)).ShouldBe(("active", "active"));
        (await RestoreAsync(lost)).Refusals.ShouldHaveSingleItem().Stage.ShouldBe("access.account.active");
    }

    [Fact]
    public async Task An_administrator_restores_nobody_who_left()
    {
        var (account, _) = await SignedInAsync("s3010", "p10");
        await SaysAsync("p10", "retired", Today);
        await database.SealAsync();
        (await RestoreAsync(account)).Refusals.ShouldHaveSingleItem().Stage.ShouldBe("access.account.left");
    }

    [Fact]
    public async Task No_account_is_made_for_somebody_who_left()
    {
        await SaysAsync("p5", "retired", Today);
        await database.SealAsync();
        var wanted = new NewAccount("s3005", "試験 花子", "p5", IsAdministrator: false, SecondFactorExempt: true, MustChangePassword: false);
        var made = await database.Get<AccountService>().CreateAsync(IdSource.Random.Next(), Actor.Service("test"), wanted, AccessDatabase.Password, CancellationToken.None);
        made.Refusals.ShouldHaveSingleItem().Stage.ShouldBe("access.account.left");
    }

    [Fact]
    public async Task A_session_stops_acting_in_a_role_on_the_day_the_role_ends()
    {
        var until = Today.AddDays(1);
        await HoldsAsync(new RoleHolder(RoleCode.SectHead, "MAYOR", "u1", "p6", null, "test", Today.AddDays(-1), until, false));
        var (account, token) = await SignedInAsync("s3006", "p6");
        (await database.Get<OwnAccount>().ActAsync(IdSource.Random.Next(), (await SessionAsync(token))!, RoleCode.SectHead.Value, CancellationToken.None)).IsOk.ShouldBeTrue();
        await database.Get<Leavers>().RunAsync(CancellationToken.None);
        (await ActingAsync(account)).ShouldBe("SECT_HEAD");
        database.Time.Set(JapanTime.StartOf(until).AddMinutes(-30));
        await database.SqlAsync($"update access.session set expires_at = expires_at + interval '2 days' where account_id = '{account}'");
        database.Time.Advance(TimeSpan.FromMinutes(30));
        await database.Get<Leavers>().RunAsync(CancellationToken.None);
        (await ActingAsync(account)).ShouldBe("");
        (await database.SqlAsync($"select count(*) from platform.record where name = 'access.role.ended' and body->'payload'->>'account_id' = '{account}'")).ShouldBe(1L);
    }

    private async Task<(string Account, string Token)> SignedInAsync(string login, string person)
    {
        var account = await database.AccountAsync(login, person);
        var done = await database.Get<SignInService>().RunAsync(new SignInRequest(login, AccessDatabase.Password, "", IPAddress.Loopback), CancellationToken.None);
        return (account, done.Value.Token);
    }

    private Task<SessionRow?> SessionAsync(string token) => database.Get<SessionStore>().FindAsync(SessionToken.Hash(token), CancellationToken.None);

    private async Task SaysAsync(string person, string state, DateOnly from) => await database.RunAsync("test.person", (work, _) =>
    {
        work.Fact(new OrgPersonRecorded(person, "regular", state, from));
        return Task.FromResult<Result<bool>>(true);
    });

    private async Task HoldsAsync(RoleHolder holder) => await database.RunAsync<bool>("test.role", async (work, ct) =>
    {
        await work.ReplaceRoleHoldersAsync(holder.OrganCode, [holder], ct);
        work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal));
        return true;
    });

    private async Task<Result<string>> RestoreAsync(string account) =>
        await database.Get<AccountService>().RestoreAsync(IdSource.Random.Next(), Actor.Service("test"), account, await VersionAsync(account), "晴れた日は歩いて川まで行く", CancellationToken.None);

    private async Task<int> VersionAsync(string account) => (int)(await database.SqlAsync($"select row_version from access.account where id = '{account}'"))!;

    private async Task<string> StateAsync(string account) => (string)(await database.SqlAsync($"select state from access.account where id = '{account}'"))!;

    private async Task<string> ActingAsync(string account) => await database.SqlAsync($"select acting_role from access.session where account_id = '{account}'") as string ?? "";

    private async Task<string> RevokedAsync(string account, string field) => await database.SqlAsync(
        $"select body->'payload'->>'{field}' from platform.record where name = 'credential.revoked' and body->'payload'->>'account_id' = '{account}'") as string ?? "";
}

using System.Net;
using Sekisho.Access.Accounts;
using Sekisho.Access.Own;
using Sekisho.Access.Sessions;
using Sekisho.Access.SignIn;
using Sekisho.Access.Totp;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Tests.Access;

public sealed class SignInTests(AccessDatabase database) : IClassFixture<AccessDatabase>
{
    private static readonly IPAddress Office = IPAddress.Parse("192.0.2.7");

    private Task<Result<SignInDone>> SignInAsync(string login, string password, string code = "", IPAddress? from = null) =>
        database.Get<SignInService>().RunAsync(new SignInRequest(login, password, code, from ?? Office), CancellationToken.None);

    private Task<SessionRow?> FindAsync(string token) => database.Get<SessionStore>().FindAsync(SessionToken.Hash(token), CancellationToken.None);

    [Fact]
    public async Task A_session_lives_until_the_account_is_stopped()
    {
        var account = await database.AccountAsync("s1001", "p1");
        var done = await SignInAsync("Ｓ１００１", AccessDatabase.Password);
        done.Value.Stage.ShouldBe(Stage.Full);
        (await FindAsync(done.Value.Token))!.PersonId.ShouldBe("p1");
        var version = (int)(await database.SqlAsync($"select row_version from access.account where id = '{account}'"))!;
        (await database.Get<AccountService>().StopAsync(IdSource.Random.Next(), Actor.Service("test"), account, version, "left", database.Time.GetUtcNow(), CancellationToken.None)).IsOk.ShouldBeTrue();
        (await FindAsync(done.Value.Token)).ShouldBeNull();
        (await SignInAsync("s1001", AccessDatabase.Password)).Refusals[0].Stage.ShouldBe("access.signin.wrong");
    }

    [Fact]
    public async Task The_database_holds_neither_password_nor_token()
    {
        await database.AccountAsync("s1002", "p2");
        var done = await SignInAsync("s1002", AccessDatabase.Password);
        var hit = await database.SqlAsync($"select count(*) from platform.command where result like '%{done.Value.Token}%' or result like '%自転車%'");
        hit.ShouldBe(0L);
        (await database.SqlAsync($"select count(*) from access.session where token_hash = '{done.Value.Token}'::bytea")).ShouldBe(0L);
    }

    [Fact]
    public async Task Idle_and_old_sessions_end()
    {
        await database.AccountAsync("s1003", "p3");
        var done = await SignInAsync("s1003", AccessDatabase.Password);
        (await FindAsync(done.Value.Token)).ShouldNotBeNull();
        database.Time.Advance(SessionStore.LongestIdle - TimeSpan.FromMinutes(1));
        (await FindAsync(done.Value.Token)).ShouldNotBeNull();
        database.Time.Advance(SessionStore.LongestIdle + TimeSpan.FromMinutes(1));
        (await FindAsync(done.Value.Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Five_wrong_ones_lock_the_user_even_with_the_right_password_and_also_when_tried_at_once()
    {
        await database.AccountAsync("s1004", "p4");
        var tries = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => SignInAsync("s1004", "間違い" + i, from: IPAddress.Parse("192.0.2." + (100 + i)))));
        tries.Count(t => t.Refusals[0].Stage == "access.signin.wrong").ShouldBe(Lockout.UserLimit);
        (await SignInAsync("s1004", AccessDatabase.Password)).Refusals[0].Stage.ShouldBe("access.signin.locked");
        database.Time.Advance(Lockout.Window + TimeSpan.FromSeconds(1));
        (await SignInAsync("s1004", AccessDatabase.Password)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task A_user_who_does_not_exist_is_answered_and_locked_like_one_who_does()
    {
        for (var i = 0; i < Lockout.UserLimit; i++) (await SignInAsync("nobody", "x", from: IPAddress.Parse("198.51.100.1"))).Refusals[0].Stage.ShouldBe("access.signin.wrong");
        (await SignInAsync("nobody", "x", from: IPAddress.Parse("198.51.100.1"))).Refusals[0].Stage.ShouldBe("access.signin.locked");
    }

    [Fact]
    public async Task An_address_that_tries_many_users_is_locked()
    {
        var from = IPAddress.Parse("203.0.113.9");
        for (var i = 0; i < Lockout.AddressLimit; i++) await SignInAsync("guess" + i, "x", from: from);
        (await SignInAsync("guess-last", "x", from: from)).Refusals[0].Stage.ShouldBe("access.signin.locked");
    }

    [Fact]
    public async Task A_second_factor_is_set_up_first_and_its_numbers_are_good_once_even_when_raced()
    {
        await database.AccountAsync("s1005", "p5", exempt: false);
        var first = await SignInAsync("s1005", AccessDatabase.Password);
        first.Value.Stage.ShouldBe(Stage.Enrol);
        var secret = "12345678901234567890"u8.ToArray();
        var session = (await FindAsync(first.Value.Token))!;
        var step = TotpCode.Step(database.Time.GetUtcNow());
        (await database.Get<OwnAccount>().EnrolAsync(IdSource.Random.Next(), session, secret, TotpCode.At(secret, step), CancellationToken.None)).Value.ShouldBe(Stage.Full);
        (await SignInAsync("s1005", AccessDatabase.Password)).IsOk.ShouldBeFalse();
        (await SignInAsync("s1005", AccessDatabase.Password, TotpCode.At(secret, step))).Refusals[0].Stage.ShouldBe("access.signin.old-number");
        database.Time.Advance(TimeSpan.FromSeconds(31));
        var number = TotpCode.At(secret, TotpCode.Step(database.Time.GetUtcNow()));
        var raced = await Task.WhenAll(SignInAsync("s1005", AccessDatabase.Password, number), SignInAsync("s1005", AccessDatabase.Password, number));
        raced.Count(r => r.IsOk).ShouldBe(1);
        var code = RecoveryCodes.Of(secret)[3];
        (await SignInAsync("s1005", AccessDatabase.Password, code)).IsOk.ShouldBeTrue();
        (await SignInAsync("s1005", AccessDatabase.Password, code)).IsOk.ShouldBeFalse();
    }

    [Fact]
    public async Task A_password_that_must_be_changed_leads_nowhere_else()
    {
        await database.AccountAsync("s1006", "p6", mustChange: true);
        var done = await SignInAsync("s1006", AccessDatabase.Password);
        done.Value.Stage.ShouldBe(Stage.Password);
        var session = (await FindAsync(done.Value.Token))!;
        var own = database.Get<OwnAccount>();
        (await own.ChangePasswordAsync(IdSource.Random.Next(), session, AccessDatabase.Password, AccessDatabase.Password, AccessDatabase.Password, CancellationToken.None)).Refusals[0].Stage.ShouldBe("access.password.used");
        (await own.ChangePasswordAsync(IdSource.Random.Next(), session, AccessDatabase.Password, "風が吹けば桶屋がもうかるか", "風が吹けば桶屋がもうかるか", CancellationToken.None)).Value.ShouldBe(Stage.Full);
        (await FindAsync(done.Value.Token))!.Stage.ShouldBe(Stage.Full);
    }
}

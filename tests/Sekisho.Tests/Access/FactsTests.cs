using System.Net;
using Sekisho.Access.FirstAdministrator;
using Sekisho.Access.Policies;
using Sekisho.Access.SignIn;
using Sekisho.Access.Summaries;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Tests.Access;

public sealed class FactsTests(AccessDatabase database) : IClassFixture<AccessDatabase>
{
    [Fact]
    public async Task Five_minutes_of_attempts_become_two_facts_once()
    {
        await database.AccountAsync("s2001", "p1");
        var service = database.Get<SignInService>();
        foreach (var password in new[] { "x", "y", AccessDatabase.Password })
            await service.RunAsync(new SignInRequest("s2001", password, "", IPAddress.Loopback), CancellationToken.None);
        (await database.Get<LoginSummary>().RunAsync(CancellationToken.None)).Value.ShouldBe(0, "the five minutes are not over");
        database.Time.Advance(TimeSpan.FromMinutes(5));
        (await database.Get<LoginSummary>().RunAsync(CancellationToken.None)).Value.ShouldBe(3);
        (await database.Get<LoginSummary>().RunAsync(CancellationToken.None)).Value.ShouldBe(0);
        (await PayloadAsync("idp.login.failed", "count")).ShouldBe("2");
        (await PayloadAsync("idp.login.failed", "reason_counts")).ShouldContain("password:2");
        (await PayloadAsync("idp.login.succeeded", "count")).ShouldBe("1");
        (await PayloadAsync("idp.login.succeeded", "single_factor_count")).ShouldBe("1");
    }

    [Fact]
    public async Task The_probe_reports_the_rule_in_force()
    {
        (await database.Get<PolicyProbe>().RunAsync(CancellationToken.None)).IsOk.ShouldBeTrue();
        (await PayloadAsync("idp.password.policy.enforced", "min_length")).ShouldBe("12");
        (await PayloadAsync("idp.password.policy.enforced", "enforced")).ShouldBe("1");
        var service = database.Get<PolicyService>();
        var policy = await service.ReadAsync(CancellationToken.None);
        policy.Blocklist = false;
        (await service.ChangeAsync(IdSource.Random.Next(), Actor.Service("test"), policy.RowVersion, policy, CancellationToken.None)).IsOk.ShouldBeTrue();
        (await PayloadAsync("idp.password.policy.enforced", "enforced")).ShouldBe("0", "a list that is off lets the tried password through");
        (await service.ChangeAsync(IdSource.Random.Next(), Actor.Service("test"), policy.RowVersion, policy, CancellationToken.None)).Refusals[0].IsConflict.ShouldBeTrue();
    }

    [Fact]
    public async Task The_first_administrators_link_works_once_and_for_a_day()
    {
        var link = database.Get<SetupLink>();
        (await link.IsNeededAsync(CancellationToken.None)).ShouldBeTrue();
        var old = (await link.MakeAsync(CancellationToken.None)).Split('=')[1];
        var key = (await link.MakeAsync(CancellationToken.None)).Split('=')[1];
        (await link.IsOpenAsync(old, CancellationToken.None)).ShouldBeFalse();
        (await link.IsOpenAsync(key, CancellationToken.None)).ShouldBeTrue();
        (await link.UseAsync(IdSource.Random.Next(), key, "root1", "初めの 管理者", "短すぎる", CancellationToken.None)).IsOk.ShouldBeFalse();
        (await link.IsOpenAsync(key, CancellationToken.None)).ShouldBeTrue("a refused password must not burn the link");
        (await link.UseAsync(IdSource.Random.Next(), key, "root1", "初めの 管理者", AccessDatabase.Password, CancellationToken.None)).IsOk.ShouldBeTrue();
        (await link.UseAsync(IdSource.Random.Next(), key, "root2", "次の 管理者", AccessDatabase.Password, CancellationToken.None)).IsOk.ShouldBeFalse();
        (await link.IsNeededAsync(CancellationToken.None)).ShouldBeFalse();
    }

    private async Task<string> PayloadAsync(string fact, string field) =>
        (await database.SqlAsync($"select body->'payload'->>'{field}' from platform.record where name = '{fact}' order by recorded_at desc, ordinal desc limit 1")) as string ?? "";
}

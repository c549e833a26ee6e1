using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Platform.Ledger;
using Sekisho.Policy.Packs;
using Sekisho.Policy.Reviews;
using Sekisho.Tests.Web;

namespace Sekisho.Tests.Policy.Reviews;

/// <summary>A review from its cause to its conclusion, by forms; its duties come from the one engine and go with it.</summary>
public sealed class ReviewPagesTests(WebSite site) : IClassFixture<WebSite>
{
    private const string List = "/policy/reviews";

    [Fact]
    public async Task From_a_cause_to_a_conclusion()
    {
        var services = site.App.Services;
        (await services.GetRequiredService<ApplyPack>().RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, "SKS", CancellationToken.None)).IsOk.ShouldBeTrue();
        var browser = await site.SignedInAsync("ciso");
        (await CleanAsync(browser, List)).ShouldContain("監査・点検の結果");
        var form = await CleanAsync(browser, List + "/new?kind=audit");
        Regex.Match(form, "value=\"audit\"[^>]*checked", RegexOptions.NonBacktracking).Success.ShouldBeTrue();
        (await browser.SubmitAsync(List + "/new", "open", ("kind", "audit"), ("cause", ""), ("occurred", "2026-04-01"), ("due", "2027-03-31"))).Status.ShouldBe(422);
        var opened = await browser.SubmitAsync(List + "/new", "open", ("kind", "audit"), ("cause", "監査報告 第3号"), ("occurred", Day(-1)), ("due", Day(60)));
        opened.Status.ShouldBe(303, opened.Body);
        var one = opened.Location!;
        (await CleanAsync(browser, one)).ShouldContain("監査報告 第3号");
        (await DutiesAsync("policy.review/" + one[(List.Length + 1)..])).ShouldBe(1);

        (await browser.SubmitAsync(one, "analyse", ("threat", "error"), ("likelihood", "2"), ("loss", "3"), ("findings", ""))).Status.ShouldBe(422);
        (await browser.SubmitAsync(one, "analyse", ("threat", "error"), ("likelihood", "2"), ("loss", "3"), ("findings", "誤送信が多い。"))).Status.ShouldBe(303);
        (await CleanAsync(browser, one)).ShouldContain("誤送信が多い。");
        (await browser.SubmitAsync(one, "conclude", ("outcome", "no_change"), ("conclusion", ""))).Status.ShouldBe(422);
        (await browser.SubmitAsync(one, "conclude", ("outcome", "no_change"), ("conclusion", "条文は足りている。"))).Status.ShouldBe(303);
        (await CleanAsync(browser, one)).ShouldContain("条文は足りている。");
        (await CleanAsync(browser, List)).ShouldContain("改めない");
        (await DutiesAsync("policy.review/" + one[(List.Length + 1)..])).ShouldBe(0);
        (await browser.GetAsync(List + "/00000000-0000-0000-0000-000000000001")).Status.ShouldBe(404);
        await browser.GetAsync("/language?to=en&back=/policy");
        foreach (var english in new[] { List, one, List + "/new" }) await CleanAsync(browser, english);
    }

    [Fact]
    public async Task Another_modules_case_and_a_law_with_another_version_open_a_review_once()
    {
        var services = site.App.Services;
        (await services.GetRequiredService<ApplyPack>().RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, "SKS", CancellationToken.None)).IsOk.ShouldBeTrue();
        for (var twice = 0; twice < 2; twice++)
        {
            (await services.GetRequiredService<Sekisho.Platform.CommandRunner>().RunAsync<bool>(PolicyDatabase.NewId(), "test.audit", PolicyDatabase.Person, (work, ct) =>
            {
                work.Fact(new Sekisho.Kernel.Facts.Assurance.AuditReported("audit-7"));
                work.Fact(new Sekisho.Kernel.Facts.Response.IncidentClosed("drill-1", Drill: true));
                work.Audit(ReviewConsumer.LawChanged, new Dictionary<string, object>(StringComparer.Ordinal) { ["document"] = "sks-policy", ["law"] = "地方自治法", ["version"] = "令和9年改正" });
                return Task.FromResult<Sekisho.Kernel.Result<bool>>(true);
            }, CancellationToken.None)).IsOk.ShouldBeTrue();
            await DutiesAsync("policy.review");
        }
        (await site.Database.SqlAsync("select string_agg(trigger_kind || ' ' || trigger_ref, '|' order by trigger_kind) from policy.review where trigger_ref in ('audit-7', 'drill-1', '地方自治法 令和9年改正')"))
            .ShouldBe("audit audit-7|law 地方自治法 令和9年改正");
        (await DutiesAsync("policy.review")).ShouldBeGreaterThanOrEqualTo(3, "two reviews and the yearly look");
    }

    /// <summary>Definitions in force whose id begins so, after the followers of the ledger have gone on.</summary>
    private async Task<long> DutiesAsync(string start)
    {
        await site.App.Services.GetRequiredService<Sealer>().SealAsync(CancellationToken.None);
        await site.App.Services.GetRequiredService<ConsumerHost>().CatchUpAsync(CancellationToken.None);
        return (long)(await site.Database.SqlAsync($"select count(*) from platform.duty where id like '{start}/%' and valid_to is null"))!;
    }

    private static string Day(int days) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(9).DateTime).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> CleanAsync(Browser browser, string page)
    {
        var answer = await browser.GetAsync(page);
        answer.Status.ShouldBe(200, page);
        Regex.Matches(answer.Body, "⟦[^⟧]*⟧", RegexOptions.NonBacktracking).Select(m => m.Value).ShouldBeEmpty(page);
        Regex.Count(answer.Body, "<h1[ >]", RegexOptions.NonBacktracking).ShouldBe(1, page);
        return answer.Body;
    }
}

using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Packs;
using Sekisho.Tests.Policy.Documents;
using Sekisho.Tests.Web;

namespace Sekisho.Tests.Policy.Findings;

/// <summary>The list of findings, one finding and its decision, and a person's own, as pages.</summary>
public sealed class FindingPagesTests(WebSite site) : IClassFixture<WebSite>
{
    private const string List = "/policy/sks-policy/findings";

    [Fact]
    public async Task From_the_list_to_a_decision_and_a_finding_of_a_person()
    {
        var services = site.App.Services;
        (await services.GetRequiredService<ApplyPack>().RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, "SKS", CancellationToken.None)).IsOk.ShouldBeTrue();
        var browser = await site.SignedInAsync("ciso");
        (await CleanAsync(browser, List)).ShouldContain("条文の本文がまだありません");
        (await services.GetRequiredService<PolicyImporter>().ImportFileAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, PolicyDatabase.Packs.ShippedText(ImportEditionTests.Pack("SKS"))!, CancellationToken.None)).IsOk.ShouldBeTrue();

        var page = await CleanAsync(browser, List + "?q=間隔を定める数");
        page.ShouldContain("間隔を定める数がありません");
        page.ShouldContain("未対応");
        (await CleanAsync(browser, "/policy")).ShouldContain(List);
        var one = Regex.Match(page, "href=\"(" + List + "/[0-9a-f]{16})\"", RegexOptions.NonBacktracking).Groups[1].Value;
        (await CleanAsync(browser, one)).ShouldContain("interval-missing");
        (await browser.SubmitAsync(one, "decide", ("status", "waived"), ("reason", ""))).Status.ShouldBe(422);
        (await browser.SubmitAsync(one, "decide", ("status", "waived"), ("reason", "要領で一月と定めている"))).Status.ShouldBe(303);
        (await CleanAsync(browser, List + "?status=waived")).ShouldContain("要領で一月と定めている");

        var staff = await site.SignedInAsync("staff");
        (await CleanAsync(staff, one)).ShouldContain("扱いを決められるのは");
        (await staff.SubmitAsync(one, "decide", ("status", "done"))).Status.ShouldBe(403);
        (await CleanAsync(staff, List + "/new?path=art24")).ShouldContain("value=\"art24\" selected");
        (await staff.SubmitAsync(List + "/new", "enter", ("path", "art24"))).Status.ShouldBe(422);
        (await staff.SubmitAsync(List + "/new", "enter", ("path", "art24"), ("kind", "ambiguity"), ("severity", "warning"), ("text", "契約の無い人の処分が読み取れない。"))).Status.ShouldBe(303);
        (await CleanAsync(browser, List + "?source=person")).ShouldContain("契約の無い人の処分が読み取れない。");
        (await browser.SubmitAsync(List, "check")).Status.ShouldBe(303);
        (await browser.GetAsync(List + "/0000000000000000")).Status.ShouldBe(404);
        (await browser.GetAsync("/policy/other/findings")).Status.ShouldBe(404);
        await browser.GetAsync("/language?to=en&back=/policy");
        foreach (var english in new[] { List, one, List + "/new" }) await CleanAsync(browser, english);
    }

    private static async Task<string> CleanAsync(Browser browser, string page)
    {
        var answer = await browser.GetAsync(page);
        answer.Status.ShouldBe(200, page);
        Regex.Matches(answer.Body, "⟦policy[^⟧]*⟧", RegexOptions.NonBacktracking).Select(m => m.Value).ShouldBeEmpty(page);
        Regex.Count(answer.Body, "<h1[ >]", RegexOptions.NonBacktracking).ShouldBe(1, page);
        return answer.Body;
    }
}

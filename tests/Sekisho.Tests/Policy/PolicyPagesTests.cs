using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Platform;
using Sekisho.Policy;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Packs;
using Sekisho.Tests.Policy.Documents;
using Sekisho.Tests.Web;

namespace Sekisho.Tests.Policy;

/// <summary>The pages of a document from an empty city to a confirmed scope, as people of several roles see them.</summary>
public sealed class PolicyPagesTests(WebSite site) : IClassFixture<WebSite>
{
    private const string Document = "sks-policy";

    [Fact]
    public async Task From_no_pack_to_a_confirmed_scope()
    {
        var browser = await site.SignedInAsync("ciso");
        (await browser.GetAsync("/policy")).Body.ShouldContain("市のパックがまだ入っていません");
        (await browser.GetAsync("/policy/article?path=art1")).Status.ShouldBe(404);

        var services = site.App.Services;
        (await services.GetRequiredService<ApplyPack>().RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, "SKS", CancellationToken.None)).IsOk.ShouldBeTrue();
        var before = await CleanAsync(browser, "/policy/" + Document + "/articles/art12");
        before.ShouldContain("条文の本文がまだありません");
        await CleanAsync(browser, "/policy/" + Document + "/text");
        await CleanAsync(browser, "/policy/" + Document + "/import");
        var empty = await browser.SubmitAsync("/policy/" + Document + "/import", "import");
        empty.Status.ShouldBe(422);
        empty.Body.ShouldContain("ファイルが選ばれていません");

        var text = PolicyDatabase.Packs.ShippedText(ImportEditionTests.Pack("SKS"))!;
        (await services.GetRequiredService<PolicyImporter>().ImportFileAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, text, CancellationToken.None)).IsOk.ShouldBeTrue();
        await TextPagesAsync(browser);
        await ScopeAsync(browser);
    }

    private static async Task TextPagesAsync(Browser browser)
    {
        var list = await CleanAsync(browser, "/policy");
        list.ShouldContain("/policy/" + Document + "/articles/art12");
        (await CleanAsync(browser, "/policy?q=ありえない語")).ShouldContain("当てはまる条はありません");
        (await CleanAsync(browser, "/policy?strength=prohibit")).ShouldNotContain("/articles/art1\"");
        var article = await CleanAsync(browser, "/policy/" + Document + "/articles/art7");
        article.ShouldContain("最高情報セキュリティ責任者");
        article.ShouldContain("SKS-");
        article.ShouldContain("組織別");
        article.ShouldContain("経過");
        article.ShouldContain("未確認");
        (await CleanAsync(browser, "/policy/article?path=art7/par1/item1")).ShouldContain("第7条");
        (await CleanAsync(browser, "/policy/" + Document + "/text")).ShouldContain("id=\"c-art26\"");
        await NamesOfThisCityAsync(browser);
        var missing = await browser.GetAsync("/policy/" + Document + "/articles/art99");
        (missing.Status, missing.Body).ShouldBe((404, (await browser.GetAsync("/no-such-page")).Body));
        await browser.GetAsync("/language?to=en&back=/policy");
        foreach (var page in new[] { "/policy", "/policy/" + Document + "/articles/art12", "/policy/" + Document + "/text", "/policy/scope", "/policy/" + Document + "/import" })
            (await browser.GetAsync(page)).Body.ShouldNotContain("⟦policy", Case.Sensitive, page);
        await browser.GetAsync("/language?to=ja&back=/policy");
    }

    /// <summary>The bar names the role as the text does, and two 附則 are told apart by their days.</summary>
    private static async Task NamesOfThisCityAsync(Browser browser)
    {
        var board = await CleanAsync(browser, "/conformity");
        Regex.Match(board, "<summary class=\"role\">.*?<span>([^<]*)</span>", RegexOptions.NonBacktracking | RegexOptions.Singleline).Groups[1].Value.ShouldBe("最高情報セキュリティ責任者");
        foreach (var page in new[] { board, await CleanAsync(browser, "/policy?q=附則") })
        {
            page.ShouldContain("令和6年4月1日から施行する");
            page.ShouldContain("令和8年4月1日から施行する");
        }
    }

    private async Task ScopeAsync(Browser browser)
    {
        var staff = await site.SignedInAsync("staff");
        (await CleanAsync(staff, "/policy/scope")).ShouldContain("情報システム管理者が確かめます");
        (await staff.GetAsync("/policy/" + Document + "/import")).Status.ShouldBe(403);
        await CleanAsync(browser, "/policy/scope");
        (await browser.SubmitAsync("/policy/scope", "scope")).Status.ShouldBe(422);
        await using var read = await site.App.Services.GetRequiredService<Database>().ReadAsync(CancellationToken.None);
        var row = await read.Context<DocumentsContext>().Scope.FirstAsync(s => s.Dimension == "information");
        var done = await browser.SubmitAsync("/policy/scope", "scope", ("ok", row.Id.ToString()), ("in-" + row.Id, "out"));
        done.Status.ShouldBe(303);
        var after = await CleanAsync(browser, "/policy/scope");
        after.ShouldContain("確認済み");
        after.ShouldContain("1件を確かめました");
    }

    private static async Task<string> CleanAsync(Browser browser, string page)
    {
        var answer = await browser.GetAsync(page);
        answer.Status.ShouldBe(200, page);
        Regex.Matches(answer.Body, "⟦policy[^⟧]*⟧", RegexOptions.NonBacktracking).Select(m => m.Value).ShouldBeEmpty(page);
        Regex.Count(answer.Body, "<h1[ >]", RegexOptions.NonBacktracking).ShouldBe(1, page);
        Regex.Count(answer.Body, "\\sstyle=|<style|\\son[a-z]+=\"", RegexOptions.NonBacktracking).ShouldBe(0, page);
        return answer.Body;
    }
}

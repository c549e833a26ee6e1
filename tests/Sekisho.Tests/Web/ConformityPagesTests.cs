using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Sekisho.Kernel.Facts.Gate;
using Sekisho.Kernel.Facts.Organisation;

namespace Sekisho.Tests.Web;

/// <summary>The pages around the board, as people of several roles see them, and what they cost.</summary>
public sealed class ConformityPagesTests(BoardPageTests.City city) : IClassFixture<BoardPageTests.City>
{
    [Fact]
    public async Task The_board_needs_the_same_statements_for_everybody_and_for_any_number_of_units()
    {
        await city.SealAsync();
        using var counter = new StatementCounter();
        var people = new List<(Browser Browser, int Statements)>();
        foreach (var login in new[] { "sect-head", "staff", "ciso" })
        {
            var browser = await city.Site.SignedInAsync(login);
            await counter.OfAsync(browser, "/conformity");
            people.Add((browser, (await counter.OfAsync(browser, "/conformity?cell=art7&at=city")).Statements));
        }
        people.ShouldAllBe(p => p.Statements > 3 && p.Statements <= 25);
        await city.FactsAsync([.. Enumerable.Range(0, 60).Select(i => new OrgUnitRecorded($"n{i}", "MAYOR", null, "section", [], new DateOnly(2020, 4, 1)))]);
        await city.SealAsync();
        Regex.Count((await counter.OfAsync(people[2].Browser, "/conformity?cell=art7&at=city")).Body, "<th scope=\"col\"", RegexOptions.NonBacktracking).ShouldBeGreaterThan(60);
        foreach (var (browser, statements) in people)
            foreach (var path in new[] { "/conformity?cell=art7&at=city", "/conformity?cell=art12&at=city", "/conformity?unit=u1&role=CISO" })
                (await counter.OfAsync(browser, path)).Statements.ShouldBe(statements, path);
    }

    [Fact]
    public async Task The_next_look_after_sealing_shows_a_new_fact()
    {
        await city.FactsAsync(new MailAccepted("mail-10", "Z_INET", "Z_LGWAN"), new MailReleased("mail-10", "Z_INET", "Z_LGWAN"));
        await city.SealAsync();
        (await GetAsync("ciso", "/conformity/why?cell=art12&at=city&duty=" + await DutyAsync("SAN-01") + "&control=SAN-01")).ShouldContain("mail-10");
    }

    [Fact]
    public async Task Why_tells_fact_rule_value_and_what_would_change()
    {
        await city.SealAsync();
        var body = await GetAsync("ciso", "/conformity/why?cell=art12&at=city&duty=" + await DutyAsync("SAN-01") + "&control=SAN-01");
        foreach (var words in new[] { "なぜ「不適合」か", "届いた事実", "判定の規則", "これで決まった", "規則の値と根拠", "mail_window", "こうなれば変わります", "mail.released" }) body.ShouldContain(words);
        (await GetAsync("ciso", "/conformity/why?cell=art12&at=city&duty=" + await DutyAsync("SAN-01") + "&control=SAN-01&as-of=2020-01-01")).ShouldContain("時点です");
    }

    [Theory]
    [InlineData("/conformity/why?cell=art7&at=unit%3Ad1&duty=D&control=ORG-04")]
    [InlineData("/conformity/history?cell=art7&at=unit%3Ad1")]
    public async Task A_cell_behind_a_wall_is_not_there(string path)
    {
        await city.SealAsync();
        path = path.Replace("duty=D", "duty=" + await DutyAsync("ORG-04"), StringComparison.Ordinal);
        (await (await city.Site.SignedInAsync("ciso")).GetAsync(path)).Status.ShouldBe(200);
        (await (await city.Site.SignedInAsync("sect-head-other-organ")).GetAsync(path)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Filters_combine_and_a_unit_behind_a_wall_is_like_none()
    {
        await city.SealAsync();
        var narrowed = await GetAsync("ciso", "/conformity?unit=u1&verdict=non_conforming");
        narrowed.ShouldContain("試験の組織 u1");
        Heads(narrowed).ShouldBe(2 + 1, "the article, the city and the unit; the rate stands at the end");
        (await GetAsync("ciso", "/conformity?role=NOBODY")).ShouldContain("当てはまる条はありません");
        (await GetAsync("sect-head-other-organ", "/conformity?unit=u1")).ShouldContain("当てはまる条はありません");
        Heads(await GetAsync("ciso", "/conformity?organ=EDU")).ShouldBeLessThan(Heads(await GetAsync("ciso", "/conformity")));
    }

    [Fact]
    public async Task A_view_is_kept_for_one_person_and_can_be_taken_away()
    {
        var ciso = await city.Site.SignedInAsync("ciso");
        const string address = "/conformity?role=CISO&verdict=unknown";
        (await ciso.SubmitAsync(address, "save-view", ("view-name", ""))).Status.ShouldBe(422);
        var kept = await ciso.SubmitAsync(address + "&cell=art7&at=city", "save-view", ("view-name", "私の分"));
        (kept.Status, kept.Location).ShouldBe((303, address), "what is chosen inside the board is not part of the view");
        var page = await GetAsync("ciso", "/conformity");
        page.ShouldContain("私の分");
        page.ShouldContain(WebUtility.HtmlEncode(address));
        (await GetAsync("sys-owner", "/conformity")).ShouldNotContain("私の分");
        var id = Regex.Match(page, "name=\"view\" value=\"([0-9a-f-]{36})\"", RegexOptions.NonBacktracking).Groups[1].Value;
        (await (await city.Site.SignedInAsync("sys-owner")).SubmitAsync("/conformity", "save-view", ("view-name", "別の人"))).Status.ShouldBe(303);
        (await (await city.Site.SignedInAsync("sys-owner")).SubmitAsync("/conformity", "drop-view", ("view", id))).Status.ShouldBe(303);
        (await GetAsync("ciso", "/conformity")).ShouldContain("私の分");
        (await ciso.SubmitAsync("/conformity", "drop-view", ("view", id))).Status.ShouldBe(303);
        (await GetAsync("ciso", "/conformity")).ShouldNotContain("私の分");
    }

    [Fact]
    public async Task The_pages_about_time_and_the_papers_open()
    {
        await city.SealAsync();
        (await GetAsync("ciso", "/conformity/history?cell=art12&at=city")).ShouldContain("期間の初めの状態です");
        (await GetAsync("ciso", "/conformity/history")).ShouldContain("判定の経過");
        (await GetAsync("ciso", "/conformity/compare?from=2020-01-01&size=200")).ShouldContain("未確認 → 不適合");
        (await GetAsync("ciso", "/conformity/outlook?days=90")).ShouldContain("日々届く証拠");
        (await GetAsync("staff", "/conformity/applicability")).ShouldContain("この方針に、この管理策に当たる義務はありません");
        var report = await GetAsync("mayor", "/conformity/report");
        report.ShouldContain("sekisho/test/1");
        report.ShouldContain("台帳の封");
        (await (await city.Site.SignedInAsync("staff")).GetAsync("/conformity/report")).Status.ShouldBe(403);
        foreach (var page in new[] { "/conformity/outlook", "/conformity/applicability", "/conformity/report", "/conformity/compare" })
        {
            await (await city.Site.SignedInAsync("mayor")).GetAsync("/language?to=en&back=/");
            (await GetAsync("mayor", page)).ShouldNotContain("⟦");
            await (await city.Site.SignedInAsync("mayor")).GetAsync("/language?to=ja&back=/");
        }
    }

    [Theory]
    [InlineData("/conformity/report.docx", "word/document.xml", "台帳の封")]
    [InlineData("/conformity/applicability.docx", "word/document.xml", "SAN-01")]
    [InlineData("/conformity/article.docx?path=art12", "word/document.xml", "不適合")]
    [InlineData("/conformity?as=xlsx", "xl/worksheets/sheet2.xml", "SKS-")]
    [InlineData("/conformity/applicability?as=xlsx", "xl/worksheets/sheet2.xml", "SAN-01")]
    [InlineData("/conformity/outlook?as=xlsx&days=90", null, null)]
    public async Task Papers_go_out_as_files(string path, string? part, string? words)
    {
        await city.SealAsync();
        if (part is null) { (await (await city.Site.SignedInAsync("ciso")).GetAsync(path)).Status.ShouldBe(200); return; }
        using var zip = new ZipArchive(new MemoryStream(await (await city.Site.SignedInAsync("ciso")).BytesAsync(path)));
        using var reader = new StreamReader(zip.GetEntry(part).ShouldNotBeNull().Open());
        (await reader.ReadToEndAsync()).ShouldContain(words!);
    }

    private static int Heads(string body) => Regex.Count(body[body.IndexOf("<table class=\"mx\"", StringComparison.Ordinal)..body.IndexOf("</thead>", StringComparison.Ordinal)], "<th scope=\"col\"", RegexOptions.NonBacktracking) - 1;

    /// <summary>An obligation bound to the control.</summary>
    private static Task<string> DutyAsync(string control) => Task.FromResult(Support.ContentFiles.Pack("SKS").Obligations
        .First(o => o.Controls.Contains(control) && o.Articles.Any(a => a.ToString() is "art12" or "art7")).Id);

    private async Task<string> GetAsync(string login, string path)
    {
        var answer = await (await city.Site.SignedInAsync(login)).GetAsync(path);
        answer.Status.ShouldBe(200, path);
        answer.Body.ShouldNotContain("⟦");
        Regex.Count(answer.Body, "<h1[ >]", RegexOptions.NonBacktracking).ShouldBe(1, path);
        Regex.Count(answer.Body, "\\sstyle=|<style|\\son[a-z]+=\"", RegexOptions.NonBacktracking).ShouldBe(0, path);
        Regex.Matches(answer.Body, "\\sid=\"([^\"]+)\"", RegexOptions.NonBacktracking).Select(m => m.Groups[1].Value).GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty(path);
        return answer.Body;
    }
}

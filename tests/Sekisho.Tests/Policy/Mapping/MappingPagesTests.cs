using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Policy.Documents;
using Sekisho.Tests.Support;
using Sekisho.Tests.Web;

namespace Sekisho.Tests.Policy.Mapping;

/// <summary>A text of forty articles in no obligation becomes obligations by forms alone: confirmed, left out, undone, decided in bulk, applied.</summary>
public sealed class MappingPagesTests(WebSite site) : IClassFixture<WebSite>
{
    private const string Page = "/policy/umb-policy/mapping", Open = Page + "?show=open";
    private static readonly string Corpus = Path.Combine(SharedFiles.RepositoryRoot, "tests", "corpus", "mapping");

    [Fact]
    public async Task From_no_obligation_to_a_board()
    {
        var services = site.App.Services;
        var browser = await site.SignedInAsync("ciso");
        (await CleanAsync(browser, "/policy")).ShouldContain("/policy/start");
        (await browser.SubmitAsync("/policy/start", "start", ("city", ""), ("code", "海辺"))).Status.ShouldBe(422);
        (await browser.SubmitAsync("/policy/start", "start", ("city", "海辺町"), ("code", "UMB"))).Status.ShouldBe(303);
        (await CleanAsync(browser, "/policy/start")).ShouldNotContain("id=\"start\"");
        (await browser.GetAsync(Page)).Status.ShouldBe(404, "there is no text yet");
        (await services.GetRequiredService<PolicyImporter>().ImportFileAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, await File.ReadAllBytesAsync(Path.Combine(Corpus, "umibe.txt")), CancellationToken.None)).IsOk.ShouldBeTrue();
        (await (await site.SignedInAsync("staff")).GetAsync(Page)).Status.ShouldBe(403);

        // One sentence as proposed; one with another control; one left out; a reason without words is asked for.
        var (covered, all) = await CoverageAsync(browser, Open);
        (covered, all >= 60).ShouldBe((0, true));
        (await browser.SubmitAsync(Open + "&n=10", "confirm", ("strength", "must"), ("role", "CISO"), ("interval", "P1Y"))).Status.ShouldBe(422, "no control was ticked");
        (await ConfirmAsync(browser, 10, "ORG-01")).Status.ShouldBe(303);
        (await browser.SubmitAsync(Open + "&n=11", "none", ("why", "other"), ("words", ""))).Status.ShouldBe(422);
        (await browser.SubmitAsync(Open + "&n=11", "none", ("why", "other"), ("words", "町民に向けた言葉"))).Status.ShouldBe(303);
        (await browser.GetAsync(Page + "?show=none")).Body.ShouldContain("外した");
        (await CoverageAsync(browser, Open)).Covered.ShouldBe(2);

        // Undo is an act of its own: the sentence is open again, also after the page is loaded anew; a page read before cannot undo another act.
        var stale = Browser.Fields((await browser.GetAsync(Open)).Body, "undo");
        (await browser.SubmitAsync(Open, "undo")).Status.ShouldBe(303);
        (await CoverageAsync(browser, Open)).Covered.ShouldBe(1);
        (await browser.SendAsync(HttpMethod.Post, Open, stale.Where(f => f.Key != "command-id").Append(KeyValuePair.Create("command-id", PolicyDatabase.NewId().ToString("D"))))).Status.ShouldBe(409);
        (await browser.GetAsync(Open)).Body.ShouldContain("取消し済み");

        // The rest in bulk where sentences are alike, else one by one. Nothing is typed.
        var steps = 0;
        for (var body = await CleanAsync(browser, Open); Covered(body) is var (done, of) && done < of; body = await CleanAsync(browser, Open), steps++)
        {
            steps.ShouldBeLessThan(of);
            if (Regex.Match(body, "href=\"(/policy/umb-policy/mapping/alike\\?n=[0-9]+)\"", RegexOptions.NonBacktracking) is { Success: true } alike)
            {
                var preview = await CleanAsync(browser, alike.Groups[1].Value);
                var lines = Regex.Matches(preview, "name=\"line\" value=\"([0-9]+)\"", RegexOptions.NonBacktracking).Select(m => ("line", m.Groups[1].Value)).ToArray();
                lines.Length.ShouldBeGreaterThan(1);
                (await PostAsync(browser, alike.Groups[1].Value, preview, "alike", [("do", "confirm"), .. lines])).Status.ShouldBe(303);
            }
            else if (Regex.Match(body, "name=\"only\" value=\"([A-Z]+-[0-9]+)\"", RegexOptions.NonBacktracking) is { Success: true } only)
                (await PostAsync(browser, Open, body, "confirm", ("only", only.Groups[1].Value), ("strength", "must"), ("role", "CISO"), ("interval", "P1Y"))).Status.ShouldBe(303);
            else (await PostAsync(browser, Open, body, "none", ("why", "heading"))).Status.ShouldBe(303);
        }
        steps.ShouldBeLessThan(all - 8, "some were decided at once");

        // Nothing holds before it is applied; then the list and the board show the obligations.
        (await browser.GetAsync("/policy")).Body.ShouldNotContain("/policy/umb-policy/articles/art11");
        (await browser.SubmitAsync(Page, "apply")).Status.ShouldBe(303);
        (await CleanAsync(browser, "/policy")).ShouldContain("/policy/umb-policy/articles/art11");
        (await browser.GetAsync("/conformity")).Body.ShouldContain("第11条");
        (await CoverageAsync(browser, Open)).ShouldBe((all, all));
        (await browser.SubmitAsync(Page, "apply")).Status.ShouldBe(422, "there is nothing new to apply");

        // What is undone after that leaves the pack with the next application.
        (await browser.SubmitAsync(Open, "undo")).Status.ShouldBe(303);
        (await CleanAsync(browser, Open)).ShouldNotContain("加わる義務0件、無くなる義務0件");
        (await browser.SubmitAsync(Open, "apply")).Status.ShouldBe(303);
        (await CoverageAsync(browser, Open)).Covered.ShouldBeLessThan(all);
        await browser.GetAsync("/language?to=en&back=/policy");
        foreach (var english in new[] { Open, Page + "?show=all&n=1" }) await CleanAsync(browser, english);
    }

    private static Task<Answer> ConfirmAsync(Browser browser, int line, string control) =>
        browser.SubmitAsync(Open + "&n=" + line, "confirm", ("only", control), ("strength", "must"), ("role", "CISO"), ("interval", "P1Y"));

    private static Task<Answer> PostAsync(Browser browser, string path, string body, string form, params (string Name, string Value)[] values) =>
        browser.SendAsync(HttpMethod.Post, path, Browser.Fields(body, form).Concat(values.Select(v => KeyValuePair.Create(v.Name, v.Value))));

    private static async Task<(int Covered, int All)> CoverageAsync(Browser browser, string page) => Covered(await CleanAsync(browser, page));

    private static (int Covered, int All) Covered(string body)
    {
        var progress = Regex.Match(body, "<progress max=\"([0-9]+)\" value=\"([0-9]+)\"", RegexOptions.NonBacktracking);
        return (int.Parse(progress.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), int.Parse(progress.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<string> CleanAsync(Browser browser, string page)
    {
        var answer = await browser.GetAsync(page);
        answer.Status.ShouldBe(200, page + answer.Body[..Math.Min(400, answer.Body.Length)]);
        Regex.Matches(answer.Body, "⟦policy[^⟧]*⟧", RegexOptions.NonBacktracking).Select(m => m.Value).ShouldBeEmpty(page);
        return answer.Body;
    }
}

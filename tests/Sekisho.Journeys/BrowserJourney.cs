using Microsoft.Playwright;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys;

/// <summary>Every demonstration account signs in with a real browser and opens every page its menu offers; axe finds nothing, nothing answers 5xx.</summary>
public sealed class BrowserJourney(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task Every_role_opens_its_pages_without_a_fault()
    {
        await using var browser = await Browser.StartAsync();
        (await city.At.VerbAsync("demo", "mail")).Succeeded();
        var accounts = DemoAccount.Read(city.At.Said);
        accounts.Count.ShouldBeGreaterThanOrEqualTo(8);
        var (faults, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var account in accounts) await WalkAsync(browser, account, seen, faults);
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Signing_in_and_the_board_work_without_any_script()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.WindowAsync(script: false);
        await page.SignInAsync(city.At, Account("情報推進課"));
        await page.OpenAsync(city.At, "/conformity");
        (await page.Locator("table.mx tbody tr").CountAsync()).ShouldBeGreaterThan(20);
        await page.PictureAsync("board-no-script");
    }

    [Fact]
    public async Task A_wrong_password_says_nothing_about_what_was_wrong()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.WindowAsync();
        await page.SignInAsync(city.At, Account("職員") with { Password = "not-the-password" });
        page.Url.ShouldContain("/signin");
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await page.PictureAsync("signin-refused");
    }

    private DemoAccount Account(string role) => DemoAccount.Of(city.At, role);

    // What axe and the eye look at is the page's build. Where a page is built for a second role exactly as for one before, it has been looked at.
    private const string Build = "[...document.querySelectorAll('*')].map(e => e.tagName + [...e.attributes].filter(a => !/^(href|value|id|for|datetime|title)$/.test(a.name)).map(a => a.name + '=' + a.value).sort().join()).join('>')";

    private const string Twice = "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) < i)";

    private async Task WalkAsync(Browser browser, DemoAccount account, HashSet<string> seen, List<string> faults)
    {
        var page = await browser.WindowAsync();
        await page.SignInAsync(city.At, account);
        if (page.Url.Contains("/signin", StringComparison.Ordinal)) { faults.Add(account.Login + " cannot sign in"); return; }
        var links = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('nav a[href^=\"/\"]')].map(a => a.getAttribute('href'))");
        foreach (var path in links.Distinct(StringComparer.Ordinal))
        {
            var response = await page.GotoAsync(city.At.Address + path);
            if (response is null || response.Status >= 400) { faults.Add($"{account.Role} {path}: {response?.Status}"); continue; }
            if (!seen.Add(path + " " + await page.EvaluateAsync<string>(Build))) continue;
            faults.AddRange((await page.EvaluateAsync<string[]>(Twice)).Select(id => account.Role + " " + path + " has two #" + id));
            faults.AddRange((await Axe.ViolationsAsync(page)).Select(v => account.Role + " " + path + ": " + v));
            await page.PictureAsync(account.Login + path.Replace('/', '_'));
        }
        await page.Context.CloseAsync();
    }
}

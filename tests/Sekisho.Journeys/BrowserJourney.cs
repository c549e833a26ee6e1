using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys;

/// <summary>Every demonstration account signs in with a real browser and opens every page of its menu, and from there every page any link leads to: each opens, axe finds nothing, no id stands twice, nothing runs over the edge.</summary>
[Collection(DemoCityCollection.Name)]
public sealed partial class BrowserJourney(DemoCity city)
{
    // There by something somebody did first. The journey behind each looks at it.
    private static readonly Dictionary<string, string> ByAct = new(StringComparer.Ordinal)
    {
        ["/organization/import/{Id:guid}"] = nameof(PolicyTextJourney), ["/policy/drafts/{Id:guid}"] = nameof(MappingJourney), ["/policy/drafts/{Id:guid}/bind"] = nameof(MappingJourney),
        ["/approvals/{Id:guid}"] = nameof(ScreenStatesJourney), ["/demo/mailbox"] = nameof(ControlsJourney), ["/demo/mailbox/{Id}"] = nameof(ControlsJourney),
        ["/policy/documents/{Id}/compare"] = nameof(PolicyTextJourney), ["/policy/exceptions/{Id:guid}/compare"] = nameof(PolicyTextJourney), ["/policy/documents/{Id}/import"] = nameof(PolicyTextJourney),
        ["/policy/{Doc}/mapping/alike"] = nameof(MappingJourney), ["/policy/start"] = nameof(MappingJourney),
    };

    [Fact]
    public async Task Every_role_opens_its_pages_without_a_fault()
    {
        await using var browser = await Browser.OwnAsync();
        (await city.At.VerbAsync("demo", "mail")).Succeeded();
        var accounts = DemoAccount.Read(city.At.FirstScreen);
        accounts.Count.ShouldBeGreaterThanOrEqualTo(8);
        var walk = new Walk(ByAct.Keys);
        foreach (var account in accounts) await WalkAsync(await browser.WindowAsync(), account, walk);
        walk.Faults.ShouldBeEmpty();
        walk.Left.ShouldBeEmpty("no link leads to these pages");
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

    // Nobody is led to these by a link of this day: a word looked for, a seat that somebody else fills for a time.
    private static readonly string[] ByHand = ["/search?q=" + Uri.EscapeDataString("台帳"), "/organization/deputy?role=CISO&organ=city"];
    private const string Far = "最高情報";

    private DemoAccount Account(string role) => DemoAccount.Of(city.At, role);

    // What axe and the eye look at is what a page is built of. A page all of whose parts stood on it for a role before has been looked at.
    // A part is told by 53 bits of its tags and attributes: whole paths of thousands of elements would take longer to send than to look at.
    private const string Parts = """
        (() => { const short = text => { let a = 0x811c9dc5, b = 0x01000193;
            for (let i = 0; i < text.length; i++) { a = Math.imul(a ^ text.charCodeAt(i), 0x01000193); b = Math.imul(b ^ text.charCodeAt(i), 0x5bd1e995) ^ (b >>> 15); }
            return (a >>> 0) * 2097152 + (b >>> 11); };
          const own = new Map(), one = e => { let text = own.get(e);
            if (text === undefined) own.set(e, text = e.tagName + [...e.attributes].filter(a => !/^(href|value|id|for|datetime|title|aria-(describedby|labelledby|label)|colspan|rowspan|name|action|d|x|y|width|height)$/.test(a.name)).map(a => a.name + '=' + a.value).sort().join());
            return text; };
          return [...new Set([...document.querySelectorAll('*')].map(e => { let part = '';
            for (let up = e, i = 0; up && i < 4; up = up.parentElement, i++) part += one(up) + '<';
            return short(part); }))]; })()
        """;

    /// <summary>Every page of this role's menu, and from there along the links to pages nobody has been on yet.</summary>
    private async Task WalkAsync(IPage page, DemoAccount account, Walk walk)
    {
        await page.SignInAsync(city.At, account);
        if (page.Url.Contains("/signin", StringComparison.Ordinal)) { walk.Fault(account.Login + " cannot sign in"); return; }
        var menu = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('nav a[href^=\"/\"]')].map(a => a.getAttribute('href'))");
        var (queue, known) = (new Queue<string>(menu.Concat(account.Role.StartsWith(Far, StringComparison.Ordinal) ? ByHand : []).Distinct(StringComparer.Ordinal)), new HashSet<string>(menu, StringComparer.Ordinal));
        var (opened, far) = (new HashSet<string>(StringComparer.Ordinal), account.Role.StartsWith(Far, StringComparison.Ordinal));
        while (queue.TryDequeue(out var path))
        {
            // One role goes on from every page, the others only to what nobody has seen.
            if (walk.RouteOf(path) is not { Length: > 0 } route || (!opened.Add(route) && !menu.Contains(path))) continue;
            if (!far && !menu.Contains(path) && !walk.IsNew(path)) continue;
            var response = await page.GotoAsync(city.At.Address + path);
            if (response?.Status != 200) { walk.Fault($"{account.Role} {path}: {response?.Status}"); continue; }
            await LookAsync(page, account, path, walk);
            foreach (var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href').split('#')[0])"))
            {
                if (!known.Add(link)) continue;
                if (walk.Refuses(account.Role, link)) walk.Fault($"{account.Role} {path} shows {link}, which refuses");
                else queue.Enqueue(link);
            }
        }
        await page.Context.CloseAsync();
    }

    private static async Task LookAsync(IPage page, DemoAccount account, string path, Walk walk)
    {
        if (!walk.Enter(path, await page.EvaluateAsync<long[]>(Parts))) return;
        foreach (var fault in await page.FaultsAsync()) walk.Fault(account.Role + " " + path + ": " + fault);
        await page.PictureAsync(account.Login + Unsafe().Replace(path, "_"));
    }

    [GeneratedRegex("[^a-z0-9-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Unsafe();
}

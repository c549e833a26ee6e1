using System.Globalization;
using Microsoft.Playwright;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys;

/// <summary>
/// Every control of the policy's text in every verdict its rule can reach. The city's past, act by act on the simulated clock, brings what takes a year; its revision of last spring waits
/// for people, who decide, publish, send, confirm and read here, in a browser.
/// </summary>
public sealed class PolicyTextJourney : IAsyncLifetime
{
    private const string Policy = "som-policy";
    private const string Standard = "汐見市情報安全対策基準";
    private readonly SmallCity city = new("shiomi");
    private Installation at = null!;
    private Browser browser = null!;
    private string start = "";

    public async Task InitializeAsync()
    {
        at = await Installation.StartAsync(city.Folder);
        browser = await Browser.StartAsync();
        start = (await Superuser.SqlAsync(at, "select now()")).Trim();
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        if (at is not null) await at.DisposeAsync();
        city.Dispose();
    }

    [Fact]
    public async Task Every_verdict_is_reached_by_what_people_do_with_the_documents()
    {
        var officer = await browser.SignedInAsync(at, "最高情報");
        var staff = await browser.SignedInAsync(at, "職員");
        await DecideFindingAsync(officer);
        await DecideRevisionAsync(officer);
        var standard = await PublishStandardAsync(officer);
        await ConfirmAsync(officer, staff);
        await LookAsync(standard);

        await staff.OpenAsync(at, $"/policy/{standard}/text");
        await RestartAsync(); // what was read is written down at the end, or every five minutes
        await SaysAsync("POL-09=partial"); // a standard that nobody closed

        await officer.OpenAsync(at, "/policy/documents/" + standard);
        await officer.CheckAsync("[name=class][value=closed]");
        await officer.SubmitAsync("#reclassify [type=submit]");
        await SaysAsync("POL-09=conforming");

        var outsider = await browser.SignedInAsync(at, "管理者"); // looks after the machine, works in no unit
        (await outsider.GotoAsync($"{at.Address}/policy/{standard}/text"))!.Status.ShouldBe(403);
        await staff.OpenAsync(at, $"/policy/{standard}/text");
        (await staff.InnerTextAsync("main")).ShouldContain(Standard);
        await LeaveAsync(officer); // three weeks ago, as the personnel office says only now
        await RestartAsync();
        await SaysAsync("POL-09=non_conforming");
        (await Superuser.SqlAsync(at, "select count(*) from platform.record where name = 'policy.disclosure.checked' and (body -> 'payload' ->> 'denied_count')::int > 0")).ShouldBe("1");
        await ControlsLog.WriteAsync(at, "policy-text");
    }

    /// <summary>Pages that are there only after somebody's act: two editions side by side, another text for a standard, a unit's own system article by article.</summary>
    private async Task LookAsync(string standard)
    {
        var page = await browser.WindowAsync();
        await page.SignInAsync(at, DemoAccount.Of(at, "最高情報"));
        await page.LooksWellAsync(at, $"/policy/documents/{Policy}/compare", "compare");
        await page.LooksWellAsync(at, $"/policy/documents/{standard}/import", "lower-import");
        await page.OpenAsync(at, "/policy/exceptions");
        await page.ClickAsync("main a:has-text('認証による優先')");
        await page.LooksWellAsync(at, (await page.GetAttributeAsync("main a[href$='/compare']", "href"))!, "stricter-system");
        await page.Context.CloseAsync();
    }

    /// <summary>The text calls one thing by two names; the officer has seen to it.</summary>
    private async Task DecideFindingAsync(IPage officer)
    {
        await officer.OpenAsync(at, $"/policy/{Policy}/findings");
        await officer.Locator("tr", new() { HasText = "情報対策基準" }).Filter(new() { HasText = "情報安全対策基準" }).Locator("a").ClickAsync();
        await officer.CheckAsync("[name=status][value=done]");
        await officer.SubmitAsync("main form [type=submit]");
        await SaysAsync("POL-02=conforming");
    }

    private async Task DecideRevisionAsync(IPage officer)
    {
        foreach (var (organ, decision, verdict) in new[] { ("MAYOR", "市長決裁第2号", "ORG-14=partial"), ("EDUCATION", "教育委員会議決第2号", "ORG-14=conforming") })
        {
            await officer.OpenAsync(at, "/policy/documents/" + Policy);
            await officer.SelectOptionAsync("#decide [name=organ]", organ);
            await DateAsync(officer, "decided", new DateOnly(2026, 5, 20));
            await officer.FillAsync("#decide [name=ref]", decision);
            await officer.SubmitAsync("#decide [type=submit]");
            await SaysAsync(verdict);
        }
    }

    /// <summary>The standard follows the revision: taken in as set, then published.</summary>
    /// <returns>Its id.</returns>
    private async Task<string> PublishStandardAsync(IPage officer)
    {
        var id = await Superuser.SqlAsync(at, $"select id from policy.document where title = '{Standard}'");
        await officer.OpenAsync(at, $"/policy/documents/{id}/import");
        await officer.SetInputFilesAsync("[name=text]", new FilePayload
        {
            Name = "standard.txt", MimeType = "text/plain",
            Buffer = System.Text.Encoding.UTF8.GetBytes(Standard + "\n(根拠)\n第1条 この基準は、汐見市情報安全基本方針第8条により定める。\n第2条 台帳を年に一度改める。\n"),
        });
        await officer.UncheckAsync("[name=publish]");
        await officer.SubmitAsync("main form [type=submit]");
        await officer.SubmitAsync("#publish [type=submit]");
        await SaysAsync("POL-10=conforming");
        return id;
    }

    /// <summary>Sent to everybody; nine sign on paper, the tenth on the page.</summary>
    private async Task ConfirmAsync(IPage officer, IPage staff)
    {
        await officer.OpenAsync(at, "/policy/documents/" + Policy);
        await officer.SubmitAsync("#send [type=submit]");
        foreach (var verdict in (string[])["ORG-13=non_conforming", "POL-16=non_conforming"]) await SaysAsync(verdict);
        await officer.OpenAsync(at, $"/policy/documents/{Policy}/readers");
        await officer.FillAsync("[name=people]", "h01\n" + string.Join('\n', Enumerable.Range(2, 8).Select(n => "s0" + n.ToString(CultureInfo.InvariantCulture))));
        await officer.SubmitAsync("#paper [type=submit]");
        await SaysAsync("ORG-13=partial");
        await staff.OpenAsync(at, $"/policy/{Policy}/text");
        await staff.SubmitAsync("#ack [type=submit]");
        foreach (var verdict in (string[])["ORG-13=conforming", "ORG-01=conforming", "POL-16=conforming"]) await SaysAsync(verdict);
        (await Superuser.SqlAsync(at, "select count(*) from platform.record where name = 'policy.acknowledged' and body -> 'payload' ->> 'method' = 'screen'")).ShouldBe("1");
    }

    private async Task LeaveAsync(IPage officer)
    {
        await officer.OpenAsync(at, "/organization/import");
        await officer.SetInputFilesAsync("[name=files]", new FilePayload
        {
            Name = "left.csv", MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes("職員番号,氏名,フリガナ,人の区分,機関コード,在籍状態,状態の開始日,メール\ns01,石井 誠,イシイ マコト,一般職,MAYOR,退職,R8.10.31,\n"),
        });
        await officer.SubmitAsync("#stage [type=submit]");
        await officer.SubmitAsync("#apply button[value=apply]");
        await Patience.UntilAsync(async () => await Superuser.SqlAsync(at, "select 1 from platform.record where name = 'org.person.recorded' and body -> 'payload' ->> 'person_id' = 's01' and body -> 'payload' ->> 'state' = 'retired' limit 1") == "1",
            "s01 left", TimeSpan.FromSeconds(60));
    }

    private async Task RestartAsync()
    {
        await at.StopAsync();
        await at.UpAsync();
    }

    private Task SaysAsync(string verdict) => Board.SaysAsync(at, verdict, start);

    private static async Task DateAsync(IPage page, string name, DateOnly day)
    {
        await page.SelectOptionAsync($"[name='{name}.era']", "西暦");
        foreach (var (part, value) in new[] { ("year", day.Year), ("month", day.Month), ("day", day.Day) })
            await page.FillAsync($"[name='{name}.{part}']", value.ToString(CultureInfo.InvariantCulture));
    }
}

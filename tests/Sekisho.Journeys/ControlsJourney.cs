using Microsoft.Playwright;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys;

/// <summary>
/// Every control of the foundation, and of the sanitising, in every verdict its rule can reach. What needs days happens in the small city's past, on the simulated clock; what people
/// and machines do happens here, in a browser, over SMTP and by an attacker with the database in hand. Nothing writes into the ledger but the product.
/// </summary>
public sealed class ControlsJourney : IAsyncLifetime
{
    private readonly SmallCity city = new("shiranami");
    private Installation at = null!;
    private Browser browser = null!;

    public async Task InitializeAsync()
    {
        at = await Installation.StartAsync(city.Folder);
        browser = await Browser.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        if (at is not null) await at.DisposeAsync();
        city.Dispose();
    }

    [Fact]
    public async Task Every_verdict_is_reached_by_what_people_and_machines_do()
    {
        // The city's past holds none of the verdicts asked for here; the probe may have had its answer before this line runs.
        const string start = "-infinity";
        await Board.SaysAsync(at, "SAN-01=conforming", start); // the probe's mail came out as text
        (await Mailer.SendAsync(at.SmtpPort, "d01@city.sekisho.example", WithTable("table"))).Succeeded();
        await Patience.UntilAsync(async () => await Superuser.SqlAsync(at, "select count(*) from platform.record where name = 'file.sanitised'") == "1", "the table was rebuilt", TimeSpan.FromSeconds(60));
        await Board.SaysAsync(at, "SAN-02=conforming", start); // and was scanned, and its original is kept
        await Board.SaysAsync(at, "OPS-02=conforming", start); // with that, nothing is unknown in the small city
        await LookAtTheMailboxAsync();
        await Sabotage.LoseOriginalAsync(at); // looked for once a minute
        await Sabotage.StopProcessingAsync(at);
        (await Mailer.SendAsync(at.SmtpPort, "d01@city.sekisho.example", Html("backlog"))).Succeeded();

        var page = await browser.SignedInAsync(at, "管理者");
        await ConfirmScopeAsync(page, start);
        await ChangePasswordRuleAsync(page, start);
        await SignStatementAsync(await browser.SignedInAsync(at, "部長"));
        var digest = await Sabotage.BreakPackAsync(at);
        await Sabotage.JudgeHasFailedAsync(at, start);
        await Sabotage.RepairPackAsync(at, digest);
        await AssignAsync(await browser.SignedInAsync(at, "情報推進課")); // a fact: the judge looks again
        await Board.SaysAsync(at, "OPS-02=unmeasurable", start);
        await Board.SaysAsync(at, "SAN-01=partial", start); // the mail has waited for a minute
        await Board.SaysAsync(at, "SAN-02=partial", start);

        await at.StopAsync();
        await at.UpAsync();
        await Sabotage.RefuseMailAsync(at); // before the probe's first try, five seconds after the start
        await Board.SaysAsync(at, "SAN-01=unmeasurable", start);
        await Board.SaysAsync(at, "SAN-02=unmeasurable", start);
        await Sabotage.TakeMailAgainAsync(at);
        await Sabotage.StopProcessingAsync(at);
        (await Mailer.SendAsync(at.SmtpPort, "d02@city.sekisho.example", Html("around"))).Succeeded();
        await Sabotage.SendOriginalAsync(at, "d02@city.sekisho.example");
        await Board.SaysAsync(at, "SAN-01=non_conforming", start);
        await Board.SaysAsync(at, "SAN-02=non_conforming", start);
        await ControlsLog.WriteAsync(at, "controls");
    }

    private async Task ConfirmScopeAsync(IPage page, string start)
    {
        await page.OpenAsync(at, "/policy/scope");
        foreach (var box in await page.Locator("input[name=ok]").AllAsync()) await box.CheckAsync();
        await page.SubmitAsync();
        foreach (var control in (string[])["POL-03", "POL-04", "POL-05"]) await Board.SaysAsync(at, control + "=conforming", start);
    }

    private async Task ChangePasswordRuleAsync(IPage page, string start)
    {
        await page.OpenAsync(at, "/admin/sign-in-policy");
        await page.UncheckAsync("[name=blocklist]");
        await page.SubmitAsync();
        await Board.SaysAsync(at, "ACC-04=non_conforming", start);
        await page.OpenAsync(at, "/admin/sign-in-policy");
        await page.CheckAsync("[name=blocklist]");
        await page.FillAsync("[name=min-length]", "8");
        await page.FillAsync("[name=exception]", "特例第1号");
        await page.SubmitAsync();
        await Board.SaysAsync(at, "ACC-04=partial", start);
    }

    private async Task SignStatementAsync(IPage page)
    {
        await page.OpenAsync(at, "/conformity/statements/new");
        await page.SelectOptionAsync("[name=control]", "OPS-02");
        await page.SelectOptionAsync("[name=subject]", "unit:d01");
        await page.CheckAsync("[name=asserted][value=conforming]");
        await page.FillAsync("[name=text]", "部の全ての課で方針が守られていることを巡回して確かめた。");
        await page.FillAsync("[name=evidence]", "企画部文書第1号");
        await page.SubmitAsync();
        (await Superuser.SqlAsync(at, "select count(*) from platform.record where name = 'attestation.signed'")).ShouldBe("1");
    }

    private async Task AssignAsync(IPage page)
    {
        await page.OpenAsync(at, "/organization/targets");
        await page.SelectOptionAsync("[name=target]", "system:sekisho-signin");
        await page.SelectOptionAsync("[name=unit]", "k02");
        await page.SubmitAsync();
        (await page.Locator("tr", new() { HasText = "サインイン" }).TextContentAsync()).ShouldNotBeNull().ShouldContain("総務課");
    }

    /// <summary>Without a relay what was let through lies in a mailbox of the installation's own.</summary>
    private async Task LookAtTheMailboxAsync()
    {
        var page = await browser.WindowAsync();
        await page.SignInAsync(at, DemoAccount.Of(at, "情報推進課"));
        await page.LooksWellAsync(at, "/demo/mailbox", "mailbox");
        await page.LooksWellAsync(at, (await page.GetAttributeAsync("main a[href^='/demo/mailbox/']", "href"))!, "mailbox-mail");
        await page.Context.CloseAsync();
    }

    private static string WithTable(string id) => string.Join("\r\n",
        "From: <outside@example.org>", "To: <d01@city.sekisho.example>", "Subject: " + id, "Date: Fri, 20 Nov 2026 09:00:00 +0900", "Message-ID: <" + id + "@example.org>",
        "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: text/plain; charset=us-ascii", "", id, "--b",
        "Content-Type: text/csv", "Content-Disposition: attachment; filename=table.csv", "", "item,number", "pen,=1+1", "--b--", "");

    private static string Html(string id) => string.Join("\r\n",
        "From: <outside@example.org>", "To: <d01@city.sekisho.example>", "Subject: " + id, "Date: Fri, 20 Nov 2026 09:00:00 +0900", "Message-ID: <" + id + "@example.org>",
        "MIME-Version: 1.0", "Content-Type: text/html; charset=utf-8", "", "<p>" + id + "</p><script>alert(1)</script>", "");
}

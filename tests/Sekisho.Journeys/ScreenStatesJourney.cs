using Microsoft.Playwright;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys;

/// <summary>The states a screen can be in, at a desk and on a telephone's width: with data, empty, somebody was quicker, not there, not allowed, broken.</summary>
[Collection(DemoCityCollection.Name)]
public sealed class ScreenStatesJourney(DemoCity city)
{
    private static readonly int[] Widths = [1366, 390];

    [Fact]
    public async Task Home_approvals_mail_and_sign_in_are_usable_on_a_telephone()
    {
        await using var browser = await Browser.StartAsync();
        var staff = DemoAccount.Of(city.At, "職員");
        var recipient = staff.Login + "@city.sekisho.example";
        (await Mailer.SendAsync(city.At.SmtpPort, recipient, LockedMail.With("journey-narrow", recipient))).Succeeded();
        var page = await browser.WindowAsync(width: 390, height: 844);
        await page.OpenAsync(city.At, "/signin");
        await CleanAsync(page, 200, "state-signin");
        await page.SignInAsync(city.At, staff);
        foreach (var (path, name) in new[] { ("/", "home"), ("/approvals", "approvals"), ("/mail/held", "held") })
            await CleanAsync(page, (await page.GotoAsync(city.At.Address + path))!.Status, "state-" + name);
        await page.ReloadUntilAsync("main table a:has-text('journey-narrow')", TimeSpan.FromSeconds(40));
        await page.ClickAsync("main table a:has-text('journey-narrow')");
        await CleanAsync(page, 200, "state-mail-item");
        await page.FillAsync("[name=reason]", "電話で確かめました。");
        await page.ClickAsync("form:has([name=reason]) button.btn-p");
        await page.ClickAsync("main a[href^='/approvals/']");
        await CleanAsync(page, 200, "state-approval");
        await page.SetViewportSizeAsync(1366, 768);
        await CleanAsync(page, 200, "state-approval");
    }

    [Fact]
    public async Task A_list_without_rows_says_what_that_means()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.WindowAsync();
        await page.SignInAsync(city.At, DemoAccount.Of(city.At, "監査担当"));
        foreach (var (path, name) in new[] { ("/mail", "mail"), ("/mail/held", "held"), ("/approvals", "approvals"), ("/search?q=xyzzy", "search") })
        {
            var status = (await page.GotoAsync(city.At.Address + path))!.Status;
            (await page.Locator("main .empty").CountAsync()).ShouldBeGreaterThan(0, path);
            foreach (var width in Widths) await AtAsync(page, width, status, "empty-" + name);
        }
    }

    [Fact]
    public async Task Somebody_was_quicker_and_the_input_is_kept()
    {
        await using var browser = await Browser.StartAsync();
        var first = await browser.WindowAsync();
        await first.SignInAsync(city.At, DemoAccount.Of(city.At, "管理者"));
        var second = await first.Context.NewPageAsync();
        await first.OpenAsync(city.At, "/admin/sign-in-policy");
        await second.OpenAsync(city.At, "/admin/sign-in-policy");
        await SaveAsync(first, "14");
        var answer = await second.RunAndWaitForResponseAsync(() => SaveAsync(second, "15"), r => r.Request.Method == "POST");
        (await second.InputValueAsync("[name=min-length]")).ShouldBe("15");
        foreach (var width in Widths) await AtAsync(second, width, answer.Status, "conflict", expected: 409);
    }

    [Fact]
    public async Task Not_there_not_allowed_and_broken_each_say_what_to_do()
    {
        await using var browser = await Browser.StartAsync();
        var staff = await browser.WindowAsync();
        await staff.SignInAsync(city.At, DemoAccount.Of(city.At, "職員"));
        foreach (var (path, expected) in new[] { ("/no-such-page", 404), ("/admin/accounts", 403) })
        {
            var status = (await staff.GotoAsync(city.At.Address + path))!.Status;
            foreach (var width in Widths) await AtAsync(staff, width, status, "error-" + path.Split('/')[1], expected);
        }
        var admin = await browser.WindowAsync();
        await admin.SignInAsync(city.At, DemoAccount.Of(city.At, "管理者"));
        await Superuser.SqlAsync(city.At, "alter table access.sign_in_policy rename to sign_in_policy_away");
        try
        {
            var status = (await admin.GotoAsync(city.At.Address + "/admin/sign-in-policy"))!.Status;
            (await admin.ContentAsync()).ShouldNotContain("sign_in_policy");
            foreach (var width in Widths) await AtAsync(admin, width, status, "error-broken", expected: 500);
        }
        finally
        {
            await Superuser.SqlAsync(city.At, "alter table access.sign_in_policy_away rename to sign_in_policy");
        }
    }

    private static async Task SaveAsync(IPage page, string length)
    {
        await page.FillAsync("[name=min-length]", length);
        await page.ClickAsync("form:has([name=min-length]) button.btn-p");
    }

    private static async Task AtAsync(IPage page, int width, int status, string name, int expected = 200)
    {
        await page.SetViewportSizeAsync(width, width > 1000 ? 768 : 844);
        await CleanAsync(page, status, name, expected);
    }

    /// <summary>The answer's status, axe's findings, whether the page runs over the window's edge; and a picture.</summary>
    private static async Task CleanAsync(IPage page, int status, string name, int expected = 200)
    {
        var width = page.ViewportSize!.Width;
        await page.PictureAsync(name + "-" + width.ToString(System.Globalization.CultureInfo.InvariantCulture));
        status.ShouldBe(expected, name);
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty(name + " at " + width);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, name + " runs over the edge");
    }
}

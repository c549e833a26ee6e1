using System.Text;
using Microsoft.Playwright;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys;

/// <summary>
/// A held mail on its way out, on a telephone's width and without any script: asked for, sent back, asked again, withdrawn, asked anew, decided by somebody else,
/// delivered to a real postfix without what it was held for.
/// </summary>
[Collection(DemoCityCollection.Name)]
public sealed class ReleaseJourney(DemoCity city)
{
    private const string Subject = "journey-release";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task A_held_mail_goes_out_by_anothers_decision_and_only_then()
    {
        var (staff, head) = (DemoAccount.Of(city.At, "職員"), DemoAccount.Of(city.At, "課長"));
        var recipient = staff.Login + "@city.sekisho.example";
        (await Mailer.SendAsync(city.At.SmtpPort, recipient, LockedMail.With(Subject, recipient))).Succeeded();
        await using var browser = await Browser.StartAsync();
        var asking = await browser.WindowAsync(script: false, width: 390, height: 844);
        await asking.SignInAsync(city.At, staff);
        var deciding = await browser.WindowAsync(script: false, width: 390, height: 844);
        await deciding.SignInAsync(city.At, head);

        var mail = await AskAsync(asking, "入札の資料です。差出人に電話で確かめました。");
        await asking.PictureAsync("release-asked-390");
        await OpenCaseAsync(asking);
        (await asking.Locator("input[name=act][value=agree]").CountAsync()).ShouldBe(0, "who asks does not decide");
        (await asking.Locator("input[name=act][value=withdraw]").CountAsync()).ShouldBe(1);
        await asking.PictureAsync("release-own-case-390");

        await WaitingCaseAsync(deciding);
        (await deciding.Locator("input[name=act][value=agree]").CountAsync()).ShouldBe(1);
        await deciding.PictureAsync("release-to-decide-390");
        await ActAsync(deciding, "return", "送った人の電話番号を書いてください。");

        await asking.GotoAsync(mail);
        await OpenCaseAsync(asking);
        (await asking.InnerTextAsync("main")).ShouldContain("送った人の電話番号を書いてください。");
        await asking.PictureAsync("release-returned-390");
        await ActAsync(asking, "resubmit");
        await asking.GotoAsync(mail);
        await OpenCaseAsync(asking);
        await ActAsync(asking, "withdraw");
        city.Sink.Mails().ShouldAllBe(m => !Encoding.UTF8.GetString(m).Contains(Subject, StringComparison.Ordinal));

        await asking.GotoAsync(mail);
        await WriteReasonAsync(asking, "契約課の依頼です。電話 内線 2345 で確かめました。");
        await WaitingCaseAsync(deciding);
        await ActAsync(deciding, "agree");
        await deciding.PictureAsync("release-decided-390");
        var arrived = await city.Sink.WaitForAsync("Subject: " + Subject, Patience);
        PostfixSink.Recipients(arrived).ShouldBe([recipient]);
        Encoding.UTF8.GetString(arrived).ShouldNotContain(LockedMail.Archive[..40]);
        await asking.GotoAsync(mail);
        await asking.ReloadUntilAsync("main:has-text('渡した')", Patience);
        await asking.PictureAsync("release-delivered-390");
    }

    private async Task<string> AskAsync(IPage page, string reason)
    {
        await page.OpenAsync(city.At, "/mail/held");
        await page.ReloadUntilAsync($"main table a:has-text('{Subject}')", Patience);
        await page.PictureAsync("release-held-list-390");
        await page.ClickAsync($"main table a:has-text('{Subject}')");
        await page.PictureAsync("release-held-mail-390");
        var address = page.Url;
        await WriteReasonAsync(page, reason);
        return address;
    }

    private static async Task WriteReasonAsync(IPage page, string reason)
    {
        await page.FillAsync("[name=reason]", reason);
        await page.ClickAsync("form:has([name=reason]) button.btn-p");
    }

    private static Task OpenCaseAsync(IPage page) => page.ClickAsync("main a[href^='/approvals/']");

    private async Task WaitingCaseAsync(IPage page)
    {
        await page.OpenAsync(city.At, "/approvals");
        await page.ReloadUntilAsync($"main table a:has-text('{Subject}')", Patience);
        await page.ClickAsync($"main table a:has-text('{Subject}')");
    }

    private static async Task ActAsync(IPage page, string act, string? comment = null)
    {
        await page.CheckAsync($"input[name=act][value={act}]");
        if (comment is not null) await page.FillAsync("[name=comment]", comment);
        await page.ClickAsync("form:has([name=act]) button.btn-p");
        (await page.Locator("[role=status]").First.InnerTextAsync()).ShouldNotBeNullOrWhiteSpace();
    }
}

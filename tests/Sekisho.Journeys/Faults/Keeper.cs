using Microsoft.Playwright;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys.Faults;

/// <summary>The person who looks after the gateway, in a real browser: sees why a mail is held and has it processed again.</summary>
internal sealed class Keeper : IAsyncDisposable
{
    private readonly Browser browser;
    private readonly Installation at;
    private readonly IPage page;

    private Keeper(Browser browser, Installation at, IPage page) => (this.browser, this.at, this.page) = (browser, at, page);

    public static async Task<Keeper> SignInAsync(Installation at)
    {
        var browser = await Browser.StartAsync();
        var page = await browser.WindowAsync();
        await page.SignInAsync(at, DemoAccount.Of(at, "情報推進課"));
        return new(browser, at, page);
    }

    /// <summary>The list of held mails and the mail's own page say why.</summary>
    public async Task SeesAsync(FaultMail mail, string reason)
    {
        await page.OpenAsync(at, "/mail/held?size=100");
        (await page.Locator("tr", new() { Has = page.Locator($"a[href='/mail/{mail.Number}']") }).InnerTextAsync()).ShouldContain(reason);
        await page.OpenAsync(at, "/mail/" + mail.Number);
        (await page.Locator("main").InnerTextAsync()).ShouldContain(reason);
    }

    public async Task AgainAsync(FaultMail mail)
    {
        await page.OpenAsync(at, "/mail/" + mail.Number);
        await page.ClickAsync("button[name=again]");
        await page.WaitForLoadStateAsync();
    }

    public ValueTask DisposeAsync() => browser.DisposeAsync();
}

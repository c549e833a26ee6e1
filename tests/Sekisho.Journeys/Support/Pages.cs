using Microsoft.Playwright;

namespace Sekisho.Journeys.Support;

/// <summary>Steps a person takes in the browser, written as sentences.</summary>
internal static class Pages
{
    public static async Task OpenAsync(this IPage page, Installation at, string path) => await page.GotoAsync(at.Address + path);

    public static async Task SignInAsync(this IPage page, Installation at, DemoAccount account)
    {
        await page.OpenAsync(at, "/signin");
        await page.FillAsync("[name=login]", account.Login);
        await page.FillAsync("[name=password]", account.Password);
        await page.ClickAsync("main button.btn-p, button.btn-p");
        await page.WaitForLoadStateAsync();
    }

    /// <summary>The same page again until the element is there: what happens in the background takes a moment.</summary>
    public static async Task ReloadUntilAsync(this IPage page, string selector, TimeSpan limit)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (await page.Locator(selector).CountAsync() == 0)
        {
            if (watch.Elapsed > limit) throw new TimeoutException(page.Url + " never showed " + selector + "\n" + await page.InnerTextAsync("main"));
            await Task.Delay(300);
            await page.ReloadAsync();
        }
    }

    /// <summary>Keeps a picture to be looked at: artifacts/screens.</summary>
    public static Task PictureAsync(this IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Artifacts("screens"), name + ".png"), FullPage = true });
}

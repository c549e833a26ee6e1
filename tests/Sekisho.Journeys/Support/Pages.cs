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

    /// <summary>Presses a button that sends a form, waits for the page that answers, and expects it to find nothing wrong with what was sent.</summary>
    public static async Task SubmitAsync(this IPage page, string button = "main form button.btn-p")
    {
        // The page that is left carries a mark: what is looked at afterwards is the answer, not the page it was sent from.
        await page.EvaluateAsync("document.documentElement.setAttribute('data-left', '')");
        await page.ClickAsync(button);
        await page.WaitForSelectorAsync("html:not([data-left])", new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync();
        (await page.Locator("[aria-invalid=true], .err").CountAsync()).ShouldBe(0, await page.Locator("main").InnerTextAsync());
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
        page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Artifacts("screens"), name + ".jpg"), FullPage = true, Type = ScreenshotType.Jpeg, Quality = 80 });
}

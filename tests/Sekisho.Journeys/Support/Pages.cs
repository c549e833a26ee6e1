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

    /// <summary>Keeps a picture to be looked at: artifacts/screens.</summary>
    public static Task PictureAsync(this IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Artifacts("screens"), name + ".png"), FullPage = true });
}

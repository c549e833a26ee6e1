using Microsoft.Playwright;

namespace Sekisho.Journeys.Support;

/// <summary>What is wrong with the page in the window, as far as a machine sees it.</summary>
internal static class Look
{
    private const string Twice = "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) < i)";

    /// <summary>axe's findings, ids that stand twice, and a page that runs over the edge of the window; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page)
    {
        var found = (await page.EvaluateAsync<string[]>(Twice)).Select(id => "two #" + id).Concat(await Axe.ViolationsAsync(page));
        return [.. await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > page.ViewportSize!.Width ? found.Append("runs over the edge") : found];
    }

    /// <summary>Opens a page that only this journey comes to, as the browser's walk does with the others.</summary>
    public static async Task LooksWellAsync(this IPage page, Installation at, string path, string picture)
    {
        (await page.GotoAsync(at.Address + path))!.Status.ShouldBe(200, path);
        (await page.FaultsAsync()).ShouldBeEmpty(path);
        await page.PictureAsync(picture);
    }
}

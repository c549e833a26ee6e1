using System.Text.Json;
using Microsoft.Playwright;

namespace Sekisho.Journeys.Support;

/// <summary>axe-core, injected as a file: the accessibility rules of WCAG A and AA and its best practices.</summary>
internal static class Axe
{
    private static readonly string Script = Path.Combine(Checkout.Root, "tests", "Sekisho.Journeys", "web", "node_modules", "axe-core", "axe.min.js");

    /// <summary>One line a violation; empty when the page is clean. Uses the debugger's channel, so the page's own CSP stays on.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Script) + ";0");
        var json = await page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(' | ')))");
        return [.. json.EnumerateArray().Select(v => v.GetString()!)];
    }
}

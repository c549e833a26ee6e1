using System.Globalization;
using Microsoft.Playwright;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys;

/// <summary>
/// A town nobody has mapped brings its own text: cuts looked through, sentences made obligations by keys, and the same without any script on a telephone's width, until the
/// board shows what the text asks for.
/// </summary>
public sealed class MappingJourney
{
    private const string Drafts = "/policy/drafts", Mapping = "/policy/umb-policy/mapping?show=open";

    [Fact]
    public async Task A_text_in_no_obligation_becomes_the_towns_obligations()
    {
        using var town = new NewTown();
        await using var at = await Installation.StartAsync(town.Folder);
        await using var browser = await Browser.StartAsync();
        var (keys, forms) = (await browser.WindowAsync(), await browser.WindowAsync(script: false, width: 390, height: 844));
        foreach (var page in new[] { keys, forms }) await page.SignInAsync(at, DemoAccount.Of(at, "管理者"));
        await ReviewAsync(keys, forms, at);
        await BindAsync(forms, at);
        await MapAsync(keys, forms, at);
    }

    /// <summary>The screen of uncertain cuts: one act by key and one by form, the last one undone in the other window, the rest confirmed at once.</summary>
    private static async Task ReviewAsync(IPage keys, IPage forms, Installation at)
    {
        await UploadAsync(keys, at, Path.Combine(Checkout.Root, "tests", "corpus", "layouts", "kanji-numerals", "input.txt"));
        var draft = keys.Url[at.Address.Length..];
        await PressAsync(keys, "n");
        (await Axe.ViolationsAsync(keys)).ShouldBeEmpty();
        await keys.PictureAsync("review-cut");
        await PressAsync(keys, "c");
        (await keys.InnerTextAsync("main")).ShouldContain("直し1件");
        await forms.OpenAsync(at, draft);
        await forms.ClickAsync("a[data-key=n]");
        (await forms.Locator("[data-key=c]").CountAsync()).ShouldBe(1);
        await forms.ClickAsync("[data-key=c]");
        (await forms.InnerTextAsync("main")).ShouldContain("直し2件");
        await forms.PictureAsync("review-cut-no-script");
        await keys.ReloadAsync();
        await PressAsync(keys, "u");
        (await keys.InnerTextAsync("main")).ShouldContain("直し1件");
        await forms.ReloadAsync();
        (await Axe.ViolationsAsync(keys)).ShouldBeEmpty();
    }

    private static async Task BindAsync(IPage page, Installation at)
    {
        await UploadAsync(page, at, NewTown.Text);
        while (await page.Locator("a[data-key=n]").CountAsync() > 0)
        {
            await page.ClickAsync("a[data-key=n]");
            await page.ClickAsync(await page.Locator("[data-key=a]").CountAsync() > 0 ? "[data-key=a]" : "[data-key=c]");
        }
        await page.ClickAsync("a[data-key=b]");
        await page.ClickAsync("#bind button.btn-p");
        (await page.InnerTextAsync("main")).ShouldContain("海辺町情報セキュリティ基本方針");
    }

    private static async Task MapAsync(IPage keys, IPage forms, Installation at)
    {
        await keys.OpenAsync(at, Mapping);
        (await Axe.ViolationsAsync(keys)).ShouldBeEmpty();
        await keys.PictureAsync("mapping");
        var all = await OpenAsync(keys);

        // Keys: next, before, as proposed, only the first control, no obligation because of its kind, undo.
        await PressAsync(keys, "j");
        await PressAsync(keys, "k");
        await PressAsync(keys, "Enter");
        await PressAsync(keys, "1");
        await keys.Keyboard.PressAsync("x");
        await keys.Locator("#none input[type=radio]:checked").WaitForAsync();
        await PressAsync(keys, "Enter");
        (await OpenAsync(keys)).ShouldBe(all - 3);
        await PressAsync(keys, "u");
        await keys.ReloadAsync();
        (await OpenAsync(keys)).ShouldBe(all - 2);

        // The same without script, in the other window.
        await forms.OpenAsync(at, Mapping);
        await forms.ClickAsync("#confirm button.btn-p");
        (await OpenAsync(forms)).ShouldBe(all - 3);
        await forms.ClickAsync("#undo button");
        (await OpenAsync(forms)).ShouldBe(all - 2);
        await forms.PictureAsync("mapping-no-script");

        // Alike sentences at once, the rest by Enter, and what has no proposal is left out.
        var looked = false;
        await keys.OpenAsync(at, Mapping);
        for (var left = await OpenAsync(keys); left > 0; left = await OpenAsync(keys))
        {
            if (await keys.Locator("a[data-key=a]").CountAsync() > 0)
            {
                await PressAsync(keys, "a");
                if (!looked) (await Axe.ViolationsAsync(keys)).ShouldBeEmpty();
                if (!looked) await keys.PictureAsync("mapping-alike");
                looked = true;
            }
            if (await keys.Locator("[data-key=Enter]").CountAsync() > 0 && await keys.Locator("[name=control]:checked, [name=line]:checked").CountAsync() > 0) await PressAsync(keys, "Enter");
            else
            {
                await keys.Keyboard.PressAsync("x");
                await keys.Locator("#none input[type=radio]:checked").WaitForAsync();
                await PressAsync(keys, "Enter");
            }
            (await OpenAsync(keys)).ShouldBeLessThan(left);
        }
        looked.ShouldBeTrue("nothing in the text was alike");
        await keys.ClickAsync("#apply button");
        (await keys.InnerTextAsync("main")).ShouldContain("反映しました");
        await keys.PictureAsync("mapping-done");
        (await Axe.ViolationsAsync(keys)).ShouldBeEmpty();
        await keys.OpenAsync(at, "/conformity");
        await keys.ReloadUntilAsync("table.mx tbody tr", TimeSpan.FromSeconds(20));
        (await keys.Locator("table.mx tbody tr").CountAsync()).ShouldBeGreaterThan(35);
        (await keys.InnerTextAsync("main")).ShouldContain("第25条");
    }

    private static async Task UploadAsync(IPage page, Installation at, string file)
    {
        await page.OpenAsync(at, Drafts);
        await page.SetInputFilesAsync("[name=text]", file);
        await page.ClickAsync("#upload button.btn-p");
        await page.WaitForURLAsync("**/policy/drafts/*-*");
    }

    private static async Task<int> OpenAsync(IPage page) => int.Parse(await page.InnerTextAsync(".tabs li:first-child .cnt"), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    /// <summary>Presses a key and waits for the page it leads to: every form of a page has an id that no other page has.</summary>
    private static async Task PressAsync(IPage page, string key)
    {
        var before = await IdAsync(page);
        await page.Keyboard.PressAsync(key);
        await Patience.UntilAsync(async () => await IdAsync(page) != before, "the page after " + key, TimeSpan.FromSeconds(15));
        await page.WaitForLoadStateAsync();
    }

    private static Task<string> IdAsync(IPage page) => page.Locator("main input[name=command-id]").First.InputValueAsync();
}

using Microsoft.Playwright;

namespace Sekisho.Journeys.Support;

/// <summary>Debian's chromium under Playwright: a real browser for the journeys. One a run; what is handed out here is a set of windows in it.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-gpu-rasterization", "--disable-software-rasterizer", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    private static readonly Lazy<Task<IBrowser>> Shared = new(LaunchAsync);
    private readonly IBrowser browser;
    private readonly List<IBrowserContext> contexts = [];

    private Browser(IBrowser browser) => this.browser = browser;

    public static async Task<Browser> StartAsync() => new(await Shared.Value);

    /// <summary>A browser nobody else has a window in: for a journey that opens hundreds of pages.</summary>
    public static async Task<Browser> OwnAsync() => new(await LaunchAsync());

    /// <summary>A window of its own, 1366×768 unless told, with or without script.</summary>
    public async Task<IPage> WindowAsync(bool script = true, int width = 1366, int height = 768)
    {
        var context = await browser.NewContextAsync(new()
        {
            IgnoreHTTPSErrors = true, JavaScriptEnabled = script, Locale = "ja-JP", ViewportSize = new() { Width = width, Height = height },
            BypassCSP = false,
        });
        contexts.Add(context);
        context.SetDefaultTimeout(60_000); // three journeys share two cores
        return await context.NewPageAsync();
    }

    /// <summary>A window without script in which somebody of this role has signed in.</summary>
    public async Task<IPage> SignedInAsync(Installation at, string role)
    {
        var page = await WindowAsync(script: false);
        await page.SignInAsync(at, DemoAccount.Of(at, role));
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts) await context.CloseAsync();
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Quiet });
        Console.WriteLine("peer: chromium " + browser.Version);
        // Never closed by us: the driver closes it and removes its profile when this process is gone.
        return browser;
    }
}

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sekisho.Gate;
using Sekisho.Gate.Scanning;
using Sekisho.Hosting;
using Sekisho.Platform;
using Sekisho.Platform.Workers;
using Sekisho.Shell;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Web;

/// <summary>The whole web side on a loopback port of its own, over a database of its own, with people of two organs and every role.</summary>
public sealed class WebSite : IAsyncLifetime
{
    public const string Password = "雨の日は自転車を置いて帰る";
    private readonly TestDatabase database = new();
    private readonly Dictionary<string, CookieContainer> cookies = new(StringComparer.Ordinal);
    private WebApplication? app;

    internal TestDatabase Database => database;
    public WebApplication App => app ?? throw new InvalidOperationException("The site has not started.");
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The modules of the product.</summary>
    internal static IReadOnlyList<IModule> Modules => global::Sekisho.Modules.All;

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        foreach (var schema in TemplateDatabase.Schemas.Skip(1)) builder.Services.AddModuleSchema(schema);
        builder.Services.AddModuleSchema(new ModuleSchema("test", typeof(WebSite).Assembly, ["test.thing.done"], []));
        builder.Services.AddPlatform(database.PlatformOptions);
        builder.Services.AddSingleton<IWorkers, InProcessWorkers>().AddSingleton<MetricsCollector>().AddSingleton<HealthCheck>().AddSingleton(new DataFolder(database.Folder));
        builder.Services.AddSekishoShell(Modules, new InstallationFacts("試験市", "情報推進課 内線 1", true, "test"));
        GateModule.AddOptions(builder.Services, new GateOptions { SmtpPort = 1, Domains = ["city.sekisho.example"], DemoMailbox = true, Scanner = ScannerOptions.At("/nonexistent") });
        app = builder.Build();
        app.UseSekishoShell();
        HealthRoutes.Map(app);
        app.MapSekisho();
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await People.AddAsync(app.Services);
    }

    /// <summary>A browser without script: keeps cookies, follows nothing by itself.</summary>
    internal async Task<Browser> SignedInAsync(string? login)
    {
        var browser = new Browser(Address, login is null ? new CookieContainer() : cookies.GetValueOrDefault(login) ?? new CookieContainer());
        if (login is null || cookies.ContainsKey(login)) return browser;
        var answer = await browser.SubmitAsync("/signin", "signin", ("login", login), ("password", Password));
        answer.Status.ShouldBe(303, "sign-in of " + login);
        cookies[login] = browser.Cookies;
        return browser;
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        await database.DisposeAsync();
    }
}

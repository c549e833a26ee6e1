using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sekisho.Organisation;
using Sekisho.Platform;
using Sekisho.Shell;
using Sekisho.Shell.Routing;

namespace Sekisho.Tests.Organisation;

/// <summary>The module's pages in the real shell on a free port, signed in by a request header instead of the sign-in module.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private const string PersonHeader = "X-Person";
    private readonly WebApplication app;
    private readonly HttpClient client;

    private PageHost(WebApplication app)
    {
        this.app = app;
        Address = app.Urls.Single();
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(Address) };
    }

    public string Address { get; }

    /// <param name="always">Signs every request in as this person; null = by header.</param>
    public static async Task<PageHost> StartAsync(OrganisationDatabase db, string? always = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(db.Time);
        builder.Services.AddPlatform(db.PlatformOptions);
        builder.Services.AddSekishoShell([new OrganisationModule()], new InstallationFacts("関所市", "情報推進課 内線 2310", true, "0.1.0"));
        foreach (var hosted in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace?.StartsWith("Sekisho", StringComparison.Ordinal) == true).ToList())
            builder.Services.Remove(hosted);
        builder.Services.AddSingleton(new Always(always));
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, HeaderSignIn>("test", null);
        var app = builder.Build();
        app.UseSekishoShell();
        app.MapSekisho();
        await app.StartAsync();
        return new PageHost(app);
    }

    /// <summary>Gets a page as "person|organ|unit;ROLE|organ|unit;…".</summary>
    public async Task<(HttpStatusCode Status, string Html)> GetAsync(string path, string who)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(PersonHeader, who);
        using var response = await client.SendAsync(request);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Fetches the page, fills its form and posts it.</summary>
    public async Task<(HttpStatusCode Status, string Html, string Location)> PostAsync(string path, string who, string form, params (string Name, string Value)[] fields) =>
        await PostAsync(path, who, form, fields.Select(f => (f.Name, (HttpContent)new StringContent(f.Value), (string?)null)).ToArray());

    public async Task<(HttpStatusCode Status, string Html, string Location)> PostAsync(string path, string who, string form, (string Name, HttpContent Content, string? File)[] fields)
    {
        var (_, page) = await GetAsync(path, who);
        var html = page[page.IndexOf($"id=\"{form}\"", StringComparison.Ordinal)..];
        using var content = new MultipartFormDataContent { { new StringContent(form), "_handler" } };
        foreach (var hidden in new[] { "__RequestVerificationToken", "command-id", "row-version" })
            if (Hidden(html[..html.IndexOf("</form>", StringComparison.Ordinal)], hidden) is { } value) content.Add(new StringContent(value), hidden);
        foreach (var (name, part, file) in fields)
            if (file is null) content.Add(part, name);
            else content.Add(part, name, file);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add(PersonHeader, who);
        using var response = await client.SendAsync(request);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), response.Headers.Location?.ToString() ?? "");
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    private static string? Hidden(string html, string name)
    {
        var match = Regex.Match(html, $"name=\"{name}\"[^>]*value=\"([^\"]*)\"", RegexOptions.NonBacktracking);
        return match.Success ? match.Groups[1].Value : null;
    }

    private sealed record Always(string? Who);

    private sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Always always)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var who = always.Who ?? Request.Headers[PersonHeader].ToString();
            if (who.Length == 0) return Task.FromResult(AuthenticateResult.NoResult());
            var parts = who.Split(';');
            var person = parts[0].Split('|');
            var claims = new List<Claim>
            {
                new(SekishoClaims.Person, person[0]), new(SekishoClaims.Name, "見本 " + person[0]), new(SekishoClaims.Organ, person[1]), new(SekishoClaims.Unit, person[2]),
            };
            claims.AddRange(parts.Skip(1).Select(r => new Claim(SekishoClaims.Role, r)));
            var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, "test"));
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(principal, "test")));
        }
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Sekisho.Shell.Routing;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Web;

/// <summary>
/// Calls every route as every role, and as another unit and organ, and compares the answers with the approved file: status per role × route.
/// A route that is not in the file fails; write what the test prints into the file after having read it.
/// </summary>
public sealed class RouteMatrixTests(WebSite site) : IClassFixture<WebSite>
{
    private static string ApprovedFile => Path.Combine(SharedFiles.RepositoryRoot, "tests", "Sekisho.Tests", "approved", "routes.tsv");

    [Fact]
    public async Task Every_route_answers_every_role_as_approved()
    {
        var lines = new List<string> { "method\troute\tanonymous\t" + string.Join('\t', People.All.Select(p => p.Login)) };
        foreach (var (method, route) in Routes()) lines.Add(await LineAsync(method, route));
        var text = string.Join('\n', lines) + "\n";
        var actual = Path.Combine(AppContext.BaseDirectory, "routes.actual.tsv");
        await File.WriteAllTextAsync(actual, text);
        text.ShouldBe(await File.ReadAllTextAsync(ApprovedFile), "the answers are in " + actual);
    }

    [Fact]
    public void Every_route_declares_who_may_use_it() => RouteDeclarations.Undeclared(site.App).ShouldBeEmpty();

    [Fact]
    public void A_route_without_a_declaration_stops_the_start()
    {
        var routes = new OpenRoutes();
        Should.Throw<InvalidOperationException>(() => RouteDeclarations.Check(routes)).Message.ShouldContain("/open");
    }

    private async Task<string> LineAsync(string method, string route)
    {
        var cells = new List<string> { method, route };
        foreach (var login in People.All.Select(p => p.Login).Prepend(null))
        {
            var browser = await site.SignedInAsync(login);
            var answer = method == "GET" ? await browser.GetAsync(Sample(route)) : await browser.SendAsync(new HttpMethod(method), Sample(route), []);
            // Where an unknown person is sent matters; a page that sends the person on says 30x.
            cells.Add(answer.Status.ToString(CultureInfo.InvariantCulture));
        }
        return string.Join('\t', cells);
    }

    private IEnumerable<(string Method, string Route)> Routes() => ((IEndpointRouteBuilder)site.App).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<WhoAttribute>() is not null)
        .SelectMany(e => Methods(e).Select(m => (m, "/" + e.RoutePattern.RawText!.TrimStart('/'))))
        .Distinct().OrderBy(r => r.Item2, StringComparer.Ordinal).ThenBy(r => r.m, StringComparer.Ordinal);

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        [.. endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Where(m => m is "GET" or "POST" or "PUT" or "DELETE") ?? ["GET"]];

    // A number that does not exist: what lies behind a wall must answer the same.
    private static string Sample(string route)
    {
        var path = System.Text.RegularExpressions.Regex.Replace(route, "\\{([^}:]*):guid[^}]*\\}", "00000000-0000-0000-0000-00000000dead", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
        path = System.Text.RegularExpressions.Regex.Replace(path, "\\{[^}]*:(int|long)[^}]*\\}", "987654321", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
        return System.Text.RegularExpressions.Regex.Replace(path, "\\{[^}]*\\}", "no-such-thing", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
    }
}

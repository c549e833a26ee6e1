using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Sekisho.Shell.Routing;

/// <summary>Finds routes that say nothing about who may use them (default deny).</summary>
public static class RouteDeclarations
{
    /// <summary>Routes of the framework for interactive pages. They are never used; the middleware answers 404.</summary>
    private const string FrameworkPrefix = "/_framework/";

    public static IReadOnlyList<string> Undeclared(IEndpointRouteBuilder routes) => routes.DataSources
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<WhoAttribute>() is null && !IsFramework(endpoint))
        .Select(endpoint => endpoint.RoutePattern.RawText ?? endpoint.DisplayName ?? "?")
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

    /// <exception cref="InvalidOperationException">A route has no declaration; the message names every one.</exception>
    public static void Check(IEndpointRouteBuilder routes)
    {
        var open = Undeclared(routes);
        if (open.Count > 0) throw new InvalidOperationException("Routes without [Who]: " + string.Join(", ", open));
    }

    private static bool IsFramework(RouteEndpoint endpoint) =>
        ("/" + endpoint.RoutePattern.RawText?.TrimStart('/')).StartsWith(FrameworkPrefix, StringComparison.Ordinal);
}

using System.Net;
using System.Text;
using Sekisho.Shell.Routing;

namespace Sekisho.Hosting;

/// <summary>
/// <c>/healthz</c> says whether the parts answer; <c>/metrics</c> counts, in the text format Prometheus reads. Both only to this machine: elsewhere
/// they do not exist, and neither for what a proxy on this machine hands on from elsewhere.
/// </summary>
internal static class HealthRoutes
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", async (HttpContext context, HealthCheck check) =>
        {
            if (!Local(context)) return Results.NotFound();
            var health = await check.AskAsync(context.RequestAborted);
            return Results.Json(health, statusCode: health.IsGood() ? 200 : 503);
        }).WhoAnybody();
        routes.MapGet("/metrics", (HttpContext context, MetricsCollector metrics) => Local(context)
            ? Results.Text(metrics.Text(), "text/plain; version=0.0.4", Encoding.UTF8) : Results.NotFound()).WhoAnybody();
    }

    private static bool Local(HttpContext context) => context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("Forwarded") && !context.Request.Headers.ContainsKey("X-Forwarded-For");
}

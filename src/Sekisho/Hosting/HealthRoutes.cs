using System.Globalization;
using System.Net;
using System.Text;
using Npgsql;
using Sekisho.Platform;
using Sekisho.Platform.Ledger;
using Sekisho.Platform.Workers;
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
        routes.MapGet("/healthz", (HttpContext context, Database database, IWorkers workers) => HealthAsync(context, database, workers)).WhoAnybody();
        routes.MapGet("/metrics", (HttpContext context, MetricsCollector metrics) => Local(context)
            ? Results.Text(metrics.Text(), "text/plain; version=0.0.4", Encoding.UTF8) : Results.NotFound()).WhoAnybody();
    }

    private static async Task<IResult> HealthAsync(HttpContext context, Database database, IWorkers workers)
    {
        if (!Local(context)) return Results.NotFound();
        var answer = new { database = await AnswersAsync(database, context.RequestAborted), sandbox = workers.State.IsUsable };
        return Results.Json(answer, statusCode: answer.database && answer.sandbox ? 200 : 503);
    }

    private static async Task<bool> AnswersAsync(Database database, CancellationToken ct)
    {
        try
        {
            await using var read = await database.ReadAsync(ct);
            await using var command = new NpgsqlCommand("select 1", read.Connection);
            return await command.ExecuteScalarAsync(ct) is 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static bool Local(HttpContext context) => context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("Forwarded") && !context.Request.Headers.ContainsKey("X-Forwarded-For");
}

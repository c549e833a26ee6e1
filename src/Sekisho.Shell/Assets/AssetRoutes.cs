using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Sekisho.Shell.Routing;

namespace Sekisho.Shell.Assets;

/// <summary>Serves the embedded files.</summary>
internal static class AssetRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/static/{**name}", Get).WhoAnybody();

    private static IResult Get(string name, StaticAssets assets, HttpContext context)
    {
        if (assets.Find(name) is not { } file) return Results.NotFound();
        context.Response.Headers.CacheControl = context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(file.Bytes, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Tag}\""));
    }
}

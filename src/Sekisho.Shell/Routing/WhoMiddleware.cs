using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Sekisho.Shell.Routing;

/// <summary>Default deny: only a route whose declaration admits the person goes on. Nobody else learns more than 404, 403 or the sign-in page.</summary>
internal sealed class WhoMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Current current)
    {
        current.Set(context.User);
        if (context.GetEndpoint() is not { } endpoint)
        {
            await next(context);
            return;
        }
        var who = endpoint.Metadata.GetMetadata<WhoAttribute>();
        if (who is null || (who.Hidden && current.IsSignedIn && !who.Admits(current))) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (who.Admits(current)) await next(context);
        else if (!current.IsSignedIn) SendToSignIn(context);
        else context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private static void SendToSignIn(HttpContext context)
    {
        if (context.Request.Headers.ContainsKey("HX-Request") || context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var back = HttpMethods.IsGet(context.Request.Method) ? UriHelper.BuildRelative(path: context.Request.Path, query: context.Request.QueryString) : "/";
        context.Response.Redirect("/signin" + (back == "/" ? "" : "?return=" + Uri.EscapeDataString(back)));
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Shell.Forms;
using Sekisho.Shell.Routing;
using Sekisho.Shell.Web;

namespace Sekisho.Shell.Errors;

/// <summary>Writes the page of an error code.</summary>
internal static class ErrorPages
{
    public static async Task WriteAsync(HttpContext context, int code, string? kind = null, string? number = null, PostedForm? kept = null)
    {
        if (!WantsHtml(context))
        {
            context.Response.StatusCode = code;
            return;
        }
        var result = new RazorComponentResult<ErrorDocument>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ErrorDocument.Code)] = code,
            [nameof(ErrorDocument.Kind)] = kind,
            [nameof(ErrorDocument.Number)] = number,
            [nameof(ErrorDocument.Kept)] = kept,
            [nameof(ErrorDocument.Path)] = context.Request.Path.Value + context.Request.QueryString.Value,
        })
        { StatusCode = code };
        context.Response.Headers.CacheControl = "no-store";
        await RenderAsync(context, result);
    }

    // The page that was given up has used the renderer of its scope: the error page gets a scope of its own, and the same person.
    private static async Task RenderAsync(HttpContext context, RazorComponentResult<ErrorDocument> result)
    {
        var before = context.RequestServices;
        await using var scope = before.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().Set(context.User);
        context.RequestServices = scope.ServiceProvider;
        context.Response.Headers.Remove(SecurityHeaders.EnhancedNavigation);
        try
        {
            await result.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = before;
        }
    }

    private static bool WantsHtml(HttpContext context) => !HttpMethods.IsHead(context.Request.Method)
        && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/static", StringComparison.Ordinal);
}

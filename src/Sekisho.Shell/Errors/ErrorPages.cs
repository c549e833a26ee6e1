using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Sekisho.Shell.Forms;

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
        await result.ExecuteAsync(context);
    }

    private static bool WantsHtml(HttpContext context) => !HttpMethods.IsHead(context.Request.Method)
        && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/static", StringComparison.Ordinal);
}

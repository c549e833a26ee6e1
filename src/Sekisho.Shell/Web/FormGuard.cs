using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Sekisho.Shell.Errors;
using Sekisho.Shell.Forms;

namespace Sekisho.Shell.Web;

/// <summary>
/// Every request that changes something carries a valid token of ours, whatever kind of endpoint it meets. A token that grew old leads to a page
/// that sends the same input again; a request from another site gets a bare 400 and no such page.
/// </summary>
internal sealed class FormGuard(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || IsExempt(context) || await IsValidAsync(context))
        {
            await next(context);
            return;
        }
        var fromHere = context.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
        if (fromHere && context.Request.HasFormContentType)
            await ErrorPages.WriteAsync(context, StatusCodes.Status400BadRequest, "expired", null, PostedForm.Of(context));
        else
            await ErrorPages.WriteAsync(context, StatusCodes.Status400BadRequest);
    }

    private async Task<bool> IsValidAsync(HttpContext context)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(context);
        }
        catch (BadHttpRequestException)
        {
            return false; // body too large or malformed: the page for 400 says what to do
        }
    }

    private static bool IsExempt(HttpContext context) =>
        context.GetEndpoint() is null || context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };
}

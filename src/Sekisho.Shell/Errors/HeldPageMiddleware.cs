using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Sekisho.Shell.Forms;
using Sekisho.Shell.Tables;

namespace Sekisho.Shell.Errors;

/// <summary>
/// Holds a page back until it is whole: one that turned out to be missing, forbidden, redirected or broken leaves no byte of itself.
/// Endpoints that are not pages (downloads) pass straight through.
/// </summary>
internal sealed class HeldPageMiddleware(RequestDelegate next, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
        {
            await next(context);
            return;
        }
        var wire = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var page = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(page));
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(wire);
        }
        await SendAsync(context, page);
    }

    private async Task SendAsync(HttpContext context, MemoryStream page)
    {
        var response = context.Response;
        if (ShellResponse.Code(context) is { } code) response.StatusCode = code;
        var replaced = ShellResponse.Code(context) is not null;
        if (replaced || response.StatusCode is >= 300 and < 400 or StatusCodes.Status400BadRequest)
        {
            response.ContentType = null;
            response.ContentLength = null;
            return;
        }
        if (ExportPage.IsAsked(context.Request) && response.StatusCode == StatusCodes.Status200OK && ExportPage.Of(page.GetBuffer().AsSpan(0, checked((int)page.Length))) is { } workbook)
        {
            ExportPage.Head(response, context.Request.Path, time.GetUtcNow());
            response.ContentLength = workbook.Length;
            await response.Body.WriteAsync(workbook, context.RequestAborted);
            return;
        }
        response.ContentLength = page.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await response.Body.WriteAsync(page.GetBuffer().AsMemory(0, checked((int)page.Length)), context.RequestAborted);
    }
}

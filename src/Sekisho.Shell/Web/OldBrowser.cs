using Microsoft.AspNetCore.Http;
using Sekisho.Shell.Language;

namespace Sekisho.Shell.Web;

/// <summary>Edge in IE mode (rule M9): a plain page that says how to leave it, without style sheet or script.</summary>
internal sealed class OldBrowser(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Words words)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        if (!agent.Contains("Trident/", StringComparison.Ordinal) && !agent.Contains("MSIE ", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(
            $"<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\"><title>Sekisho</title></head><body><h1>{words["shell.oldbrowser.title"]}</h1><p>{words["shell.oldbrowser.text"]}</p></body></html>",
            context.RequestAborted);
    }
}

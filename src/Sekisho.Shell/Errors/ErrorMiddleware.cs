using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Sekisho.Kernel;

namespace Sekisho.Shell.Errors;

/// <summary>Turns an exception into a 500 page with a number to read out, and every error without a body into the page of its code.</summary>
internal sealed partial class ErrorMiddleware(RequestDelegate next, IdSource ids, ILogger<ErrorMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        string? number = null;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return; // nobody is waiting for the answer
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            number = ids.Next().ToString("N", CultureInfo.InvariantCulture)[..8].ToUpperInvariant();
            Failed(log, number, context.Request.Method, context.GetEndpoint()?.DisplayName, e);
            context.Response.Clear();
            context.Response.StatusCode = e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        }
        var response = context.Response;
        if (response is { HasStarted: false, StatusCode: >= 400, ContentType: null } && response.ContentLength is null or 0)
            await ErrorPages.WriteAsync(context, response.StatusCode, null, number);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request failed, number {Number}: {Method} {Endpoint}")]
    private static partial void Failed(ILogger log, string number, string method, string? endpoint, Exception e);
}

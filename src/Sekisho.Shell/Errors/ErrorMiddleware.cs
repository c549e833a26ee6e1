using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Sekisho.Kernel;

namespace Sekisho.Shell.Errors;

/// <summary>Turns an exception into a 500 page with a number to read out, and every error without a body into the page of its code.</summary>
internal sealed partial class ErrorMiddleware(RequestDelegate next, IdSource ids, ILogger<ErrorMiddleware> log)
{
    /// <summary>The framework's field with the name of the form that was sent.</summary>
    private const string FormName = "_handler";

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
            await ErrorPages.WriteAsync(context, number is null && IsGone(context) ? StatusCodes.Status409Conflict : response.StatusCode, null, number);
    }

    // A form that the page no longer shows: somebody went on first, or the button was pressed twice. The framework says 400, without a word.
    private static bool IsGone(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status400BadRequest && context.Features.Get<IFormFeature>()?.Form?.ContainsKey(FormName) == true;

    [LoggerMessage(Level = LogLevel.Error, Message = "Request failed, number {Number}: {Method} {Endpoint}")]
    private static partial void Failed(ILogger log, string number, string method, string? endpoint, Exception e);
}

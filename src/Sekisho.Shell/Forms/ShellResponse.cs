using Microsoft.AspNetCore.Http;

namespace Sekisho.Shell.Forms;

/// <summary>Answers that replace whatever the page rendered: the shell discards the body and shows its own page for the code.</summary>
public static class ShellResponse
{
    private static readonly object Key = new();

    /// <summary>404: it does not exist, or lies behind a wall; nobody can tell which.</summary>
    public static void Missing(HttpContext context) => context.Items[Key] = StatusCodes.Status404NotFound;

    public static void Forbidden(HttpContext context) => context.Items[Key] = StatusCodes.Status403Forbidden;

    internal static void See(HttpContext context, string path)
    {
        context.Items[Key] = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
    }

    internal static int? Code(HttpContext context) => context.Items.TryGetValue(Key, out var code) ? (int?)code : null;
}

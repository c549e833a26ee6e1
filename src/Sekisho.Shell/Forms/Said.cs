using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Sekisho.Shell.Forms;

/// <summary>The result of a form, carried over the redirect to the next page in a cookie of one use. Holds words only, never a secret.</summary>
internal static class Said
{
    private const string Cookie = "sekisho-said";
    private const int LongestText = 300;

    public static void Put(HttpContext context, string text)
    {
        var kept = text.Length > LongestText ? text[..LongestText] : text;
        context.Response.Cookies.Append(Cookie, WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(kept)), Options(context, TimeSpan.FromMinutes(2)));
    }

    public static string? Take(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Cookies[Cookie] is not { Length: > 0 and < 2000 } value) return null;
        if (!context.Response.HasStarted) context.Response.Cookies.Delete(Cookie, Options(context, null));
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(value));
        }
        catch (FormatException)
        {
            return null; // not a cookie of ours: nothing was said
        }
    }

    private static CookieOptions Options(HttpContext context, TimeSpan? age) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", MaxAge = age, IsEssential = true };
}

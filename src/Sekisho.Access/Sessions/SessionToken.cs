using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Sekisho.Access.Sessions;

/// <summary>The random value in the cookie. The database knows only its digest, so a stolen backup opens no session.</summary>
internal static class SessionToken
{
    public const string CookieName = "sekisho-session";
    private const int Bytes = 32;

    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Digest of the token of a request; null when there is no well-formed one.</summary>
    public static byte[]? HashOf(HttpRequest request) => request.Cookies[CookieName] is { Length: 43 } token ? Hash(token) : null;

    public static byte[] Hash(string token) => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(token));

    public static void Put(HttpContext context, string token) => context.Response.Cookies.Append(CookieName, token, Options(context));

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(CookieName, Options(context));

    // Lax, not Strict: a link in a notification mail must find the person signed in. Forms are guarded by their own token.
    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}

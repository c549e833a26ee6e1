using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sekisho.Shell.Language;
using Sekisho.Shell.Routing;

namespace Sekisho.Shell.Web;

/// <summary>Keeps the chosen language in a cookie and goes back.</summary>
internal static class LanguageRoute
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/language", Get).WhoAnybody();

    private static IResult Get(string? to, string? back, HttpContext context)
    {
        context.Response.Cookies.Append(Words.Cookie, string.Equals(to, "en", StringComparison.Ordinal) ? "en" : "ja",
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        return Results.LocalRedirect(LocalPath.OrHome(back));
    }
}

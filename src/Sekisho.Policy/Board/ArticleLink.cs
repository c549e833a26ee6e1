using System.Globalization;

namespace Sekisho.Policy.Board;

/// <summary>Where an article's own page is.</summary>
internal static class ArticleLink
{
    public static string Of(string path, DateOnly? asOf) =>
        "/policy/article?path=" + Uri.EscapeDataString(path) + (asOf is { } day ? "&as-of=" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");
}

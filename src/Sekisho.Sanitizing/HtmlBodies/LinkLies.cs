using System.Text.RegularExpressions;

namespace Sekisho.Sanitizing.HtmlBodies;

/// <summary>HT-08: the text of a link names a host, and the link goes to another.</summary>
internal static partial class LinkLies
{
    internal static bool Differ(string text, string host)
    {
        var named = Host().Match(text.Length > 500 ? text[..500] : text);
        if (!named.Success) return false;
        var shown = named.Value.ToLowerInvariant();
        return !SameSite(shown, host);
    }

    private static bool SameSite(string a, string b) =>
        string.Equals(a, b, StringComparison.Ordinal) || a.EndsWith("." + b, StringComparison.Ordinal) || b.EndsWith("." + a, StringComparison.Ordinal)
        || string.Equals("www." + a, b, StringComparison.Ordinal) || string.Equals(a, "www." + b, StringComparison.Ordinal);

    [GeneratedRegex(@"(?:[a-z0-9](?:[a-z0-9\-]{0,62})\.)+(?:com|net|org|info|biz|jp|us|uk|cn|ru|io|co|dev|app|xyz|top|lg\.jp|go\.jp|example|test)\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Host();
}

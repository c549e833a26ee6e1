using System.Globalization;

namespace Sekisho.Sanitizing.HtmlBodies;

/// <summary>A link's target taken apart after folding what hides it: blanks and controls inside, backslashes, case (HT-01, HT-08).</summary>
internal sealed record LinkTarget(string Scheme, string Host, string Url, bool HasUserInfo)
{
    private const int MostCharacters = 300;

    internal bool IsWeb => Scheme is "http" or "https" or "ftp";
    internal bool IsScript => Scheme is "javascript" or "vbscript" or "livescript" or "data" or "mhtml" or "blob";
    internal bool IsPlain => Scheme is "mailto" or "tel";

    internal static LinkTarget Read(string raw)
    {
        var folded = new string([.. raw.Where(c => c > ' ' && c is not ('\u00A0' or '\u3000') && !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)]);
        var colon = folded.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon > 0 && folded[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.') ? folded[..colon].ToLowerInvariant() : "";
        if (scheme is not ("http" or "https" or "ftp")) return new(scheme, "", Cut(folded), false);
        var rest = folded[(colon + 1)..].Replace('\\', '/').TrimStart('/');
        var end = rest.IndexOfAny(['/', '?', '#']);
        var authority = end < 0 ? rest : rest[..end];
        var at = authority.LastIndexOf('@');
        var host = Ascii(authority[(at + 1)..].ToLowerInvariant());
        return new(scheme, host, scheme + "://" + host + Cut(end < 0 ? "" : rest[end..]), at >= 0);
    }

    internal string Shown(LinkStyle style) => style switch
    {
        LinkStyle.Show => Url,
        LinkStyle.HostOnly => Dots(Host),
        LinkStyle.Remove => "",
        _ => Defanged(),
    };

    /// <summary>hxxps://example[.]jp/path</summary>
    internal string Defanged() => Scheme.Replace("http", "hxxp", StringComparison.Ordinal).Replace("ftp", "fxp", StringComparison.Ordinal) + "://" + Dots(Host) + Inert(Url[(Scheme.Length + 3 + Host.Length)..]);

    private static string Dots(string host) => host.Replace(".", "[.]", StringComparison.Ordinal);
    // A redirector carries a second address in its path.
    private static string Inert(string path) => path.Replace("http", "hxxp", StringComparison.OrdinalIgnoreCase).Replace("www.", "www[.]", StringComparison.OrdinalIgnoreCase);
    private static string Cut(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters] + "…";

    private static string Ascii(string host)
    {
        var name = host;
        if (!name.AsSpan().ContainsAnyExceptInRange('\0', '\u007F')) return name;
        try { return new IdnMapping().GetAscii(name); }
        catch (ArgumentException) { return new string([.. name.Where(char.IsAscii)]) + "⟦?⟧"; } // no valid name: shown, never resolved
    }
}

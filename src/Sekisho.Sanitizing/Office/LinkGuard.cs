using System.Text;

namespace Sekisho.Sanitizing.Office;

/// <summary>OX-07: what a link may point at. The target is folded the way a careless program would read it before its scheme is judged.</summary>
internal static class LinkGuard
{
    private const int MaxLength = 4_096;

    /// <summary>The target as it may be written, or null; <paramref name="scheme"/> names what was found.</summary>
    internal static string? Allowed(string target, out string scheme)
    {
        var folded = Fold(target);
        var colon = folded.IndexOf(':', StringComparison.Ordinal);
        scheme = colon > 0 ? folded[..colon].ToLowerInvariant() : folded.StartsWith("//", StringComparison.Ordinal) || folded.Contains('\\', StringComparison.Ordinal) ? "unc" : "relative";
        if (folded.Length > MaxLength || folded.Contains('\\', StringComparison.Ordinal)) return null;
        return scheme switch
        {
            "http" or "https" when folded[colon..].StartsWith("://", StringComparison.Ordinal) && folded.Length > colon + 3 => Clean(target),
            "mailto" => Clean(target),
            _ => null,
        };
    }

    /// <summary>A place inside the same file: "#Sheet1!A1", "#bookmark".</summary>
    internal static bool IsInside(string target) => target.Length is > 1 and < 512 && target[0] == '#' && target.AsSpan().IndexOfAny("\\|<>\"") < 0 && !target.Contains("://", StringComparison.Ordinal);

    /// <summary>External by rule OX-06: said so, or a scheme, or begins with two slashes or backslashes.</summary>
    internal static bool IsExternal(string target, string? mode)
    {
        if (string.Equals(mode, "External", StringComparison.OrdinalIgnoreCase)) return true;
        var folded = Fold(target);
        if (folded.StartsWith("//", StringComparison.Ordinal) || folded.Contains('\\', StringComparison.Ordinal)) return true;
        var colon = folded.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && folded.AsSpan(0, colon).IndexOf('/') < 0 && folded[0] != '#';
    }

    private static string Clean(string target) => new([.. target.Trim().Where(c => !char.IsControl(c) && c is not (' ' or '"' or '<' or '>'))]);

    private static string Fold(string target)
    {
        var b = new StringBuilder(target.Length);
        foreach (var c in target)
            if (c > ' ' && !char.IsControl(c)) b.Append(c);
        var text = b.ToString();
        for (var n = 0; n < 3 && text.Contains('%', StringComparison.Ordinal); n++)
        {
            var head = text.IndexOf('?', StringComparison.Ordinal) is > 0 and var q ? text[..q] : text;
            var decoded = Uri.UnescapeDataString(head);
            if (string.Equals(decoded, head, StringComparison.Ordinal)) break;
            text = new([.. decoded.Where(c => c > ' ' && !char.IsControl(c))]);
        }
        return text;
    }
}

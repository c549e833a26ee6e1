using System.Collections.Frozen;

namespace Sekisho.Sanitizing.Office;

/// <summary>Which field instructions may stay: they count pages, show dates, refer inside the document or set type (OX-08).</summary>
internal static class FieldGuard
{
    private const int MaxLength = 1_024;
    private static readonly FrozenSet<string> Names = ((string[])["PAGE", "NUMPAGES", "SECTIONPAGES", "DATE", "TIME", "TOC", "REF", "PAGEREF", "NOTEREF", "SEQ", "STYLEREF", "SECTION", "EQ", "SYMBOL", "XE", "TC", "CREATEDATE", "SAVEDATE", "PRINTDATE"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    internal static bool IsAllowed(string instruction)
    {
        var text = instruction.Trim();
        if (text.Length is 0 or > MaxLength || text.Contains("://", StringComparison.Ordinal) || text.Contains("\\\\", StringComparison.Ordinal) || text.Any(char.IsControl)) return false;
        var name = Name(text);
        if (name is "HYPERLINK") return IsInsideLink(text);
        return Names.Contains(name);
    }

    /// <summary>The first word, upper case; at most 30 letters.</summary>
    internal static string Name(string instruction)
    {
        var word = instruction.Trim().Split((char[])[' ', '\t', '\u3000', '"', '\\'], 2)[0];
        return word.Length > 30 ? word[..30].ToUpperInvariant() : word.ToUpperInvariant();
    }

    /// <summary>HYPERLINK \l "bookmark" only: lines of a table of contents.</summary>
    private static bool IsInsideLink(string text)
    {
        var rest = text["HYPERLINK".Length..].Trim();
        if (!rest.StartsWith("\\l ", StringComparison.OrdinalIgnoreCase)) return false;
        var target = rest[3..].Trim();
        if (target.EndsWith("\\h", StringComparison.Ordinal)) target = target[..^2].Trim();
        return target.Length > 2 && target[0] == '"' && target[^1] == '"' && target.AsSpan(1, target.Length - 2).IndexOfAny("\"\\:/") < 0;
    }
}

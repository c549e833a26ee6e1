using System.Text;

namespace Sekisho.Sanitizing.Drawings;

/// <summary>
/// One value of a property or attribute: characters, numbers and known functions. The only address in it is <c>url(#id)</c>. Escapes, comments and at-signs
/// have no use in what drawing programs write and every trick needs one of them.
/// </summary>
internal static class SvgValue
{
    private const int MaxLength = 16 << 20;
    // Old style sheets ran programs by these; a drawing has no use for them.
    private static readonly string[] Words = ["script:", "expression", "behavior", "-moz-binding"];

    /// <summary>The value in our form; null for one that is not kept.</summary>
    internal static string? Clean(string value)
    {
        if (value.Length > MaxLength || value.AsSpan().IndexOfAny("\\@<>{}") >= 0 || value.Contains("/*", StringComparison.Ordinal) || HasWord(value)) return null;
        var open = value.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) return value.Contains(')', StringComparison.Ordinal) || !IsQuoted(value) ? null : value;
        var b = new StringBuilder(value.Length);
        int at = 0, depth = 0;
        for (; at < value.Length; at++)
        {
            if (value[at] == ')' && --depth < 0) return null;
            if (value[at] != '(') { b.Append(value[at]); continue; }
            var name = Before(b);
            if (!name.Equals("url", StringComparison.OrdinalIgnoreCase))
            {
                if (name.Length > 0 && !SvgAllow.Functions.Contains(name.ToLowerInvariant())) return null;
                depth++;
                b.Append('(');
                continue;
            }
            var close = value.IndexOf(')', at);
            if (close < 0 || Id(value[(at + 1)..close].Trim().Trim('"', '\'')) is not { } id) return null;
            b.Append("(#").Append(id).Append(')');
            at = close;
        }
        var made = b.ToString();
        return depth == 0 && IsQuoted(made) ? made : null;
    }

    /// <summary>True when the value asks for something outside, however it is written: for the sentence only.</summary>
    internal static bool IsOutside(string value)
    {
        var plain = value.Replace("\\", "", StringComparison.Ordinal);
        return plain.Contains("url", StringComparison.OrdinalIgnoreCase) || plain.Contains("import", StringComparison.OrdinalIgnoreCase)
            || plain.Contains("expression", StringComparison.OrdinalIgnoreCase) || plain.Contains("script:", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The name behind a <c>#</c>; null for any other address.</summary>
    internal static string? Id(string address)
    {
        var text = address.Trim();
        return text.StartsWith('#') && IsId(text[1..]) ? text[1..] : null;
    }

    internal static bool IsId(string text) => text.Length is > 0 and <= 512 && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ':') && !text.Contains("script:", StringComparison.OrdinalIgnoreCase);

    internal static bool HasWord(string text) => Words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>Every <c>url(#id)</c> of a cleaned value.</summary>
    internal static IEnumerable<string> References(string cleaned)
    {
        for (var at = cleaned.IndexOf("(#", StringComparison.Ordinal); at >= 0; at = cleaned.IndexOf("(#", at + 2, StringComparison.Ordinal))
            if (cleaned.IndexOf(')', at) is > 0 and var end) yield return cleaned[(at + 2)..end];
    }

    private static string Before(StringBuilder b)
    {
        var start = b.Length;
        while (start > 0 && (char.IsAsciiLetterOrDigit(b[start - 1]) || b[start - 1] is '-' or '_')) start--;
        return b.ToString(start, b.Length - start);
    }

    private static bool IsQuoted(string value) => value.Count(c => c == '"') % 2 == 0 && value.Count(c => c == '\'') % 2 == 0;
}

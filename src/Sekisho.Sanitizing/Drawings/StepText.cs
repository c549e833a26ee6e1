using System.Globalization;
using System.Text;
using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Drawings;

/// <summary>
/// The words of an exchange structure (ISO 10303-21 §5) one behind the other: keywords, #numbers, numbers, .ENUMERATIONS., "hexadecimal", strings and marks. The feature
/// comments of SXF write their strings between \' as well. Anything else stops the file.
/// </summary>
internal sealed class StepText(string text, string place)
{
    private const int MaxString = 100_000;
    private int at;

    internal bool IsAtEnd => at >= text.Length;

    /// <summary>Passes white space; true when a comment begins here.</summary>
    internal bool IsComment()
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '\x1A' or '\0')) at++;
        return string.CompareOrdinal(text, at, "/*", 0, 2) == 0;
    }

    /// <summary>What stands in the comment that begins here; the reading goes on behind it.</summary>
    internal string Comment()
    {
        var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
        // A text inside may hold the two characters: a feature comment ends with its own tag.
        if (Tag(at + 2) is { } tag) end = text.IndexOf(tag + "*/", at + 2 + tag.Length, StringComparison.Ordinal) is > 0 and var own ? own + tag.Length : -1;
        if (end < 0) throw Broken();
        var inside = text[(at + 2)..end];
        at = end + 2;
        return inside;
    }

    private string? Tag(int from)
    {
        if (string.CompareOrdinal(text, from, "SXF", 0, 3) != 0) return null;
        var end = from + 3;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
        return text[from..end];
    }

    /// <summary>The next word; null at the end.</summary>
    internal string? Next()
    {
        while (IsComment()) Comment();
        if (at >= text.Length) return null;
        var start = at;
        switch (text[at])
        {
            case '(' or ')' or ',' or ';' or '=' or '$' or '*': return text[at++].ToString();
            case '\'' or '\\' when text[at] == '\'' || at + 1 < text.Length && text[at + 1] == '\'': return String();
            case '"':
                for (at++; at < text.Length && (char.IsAsciiHexDigit(text[at]) || char.IsAsciiLetterLower(text[at])); at++) { }
                return at < text.Length && text[at] == '"' ? text[start..++at] : throw Broken();
            case '.' when at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]):
                for (at++; at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'); at++) { }
                return at < text.Length && text[at] == '.' ? text[start..++at] : throw Broken();
            case '#' or '+' or '-' or '.' or (>= '0' and <= '9'):
                for (at++; at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or '+' or '-' or 'E' or 'e'); at++) { }
                return text[start..at];
            case '_' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'):
                for (at++; at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-'); at++) { }
                return text[start..at];
            default: throw Broken();
        }
    }

    /// <summary>With its marks. Between \' a single mark is a character; between ' two are.</summary>
    private string String()
    {
        var start = at;
        var mark = text[at] == '\\' ? "\\'" : "'";
        for (at += mark.Length; at < text.Length && at - start <= MaxString; at++)
        {
            if (string.CompareOrdinal(text, at, mark, 0, mark.Length) != 0) continue;
            var next = at + mark.Length;
            // Before the end of a value stands a comma or a bracket; anything else belongs to the text.
            if (mark.Length == 1 && next < text.Length && text[next] == '\'') { at++; continue; }
            if (mark.Length == 2 && next < text.Length && text[next] is not (',' or ')') && !char.IsWhiteSpace(text[next])) continue;
            at = next;
            // Lines are broken anywhere; a break inside a string is no part of it (§5.2).
            return text[start..at].Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        }
        throw Broken();
    }

    /// <summary>The characters of a string, its \X2\ and \X\ codes decoded (§6.3.3): for looking at, not for writing.</summary>
    internal static string Shown(string word)
    {
        var mark = word[0] == '\\' ? 2 : 1;
        var inside = word[mark..^mark];
        if (!inside.Contains("\\X", StringComparison.Ordinal)) return inside;
        var b = new StringBuilder();
        for (var i = 0; i < inside.Length; i++)
            if (string.CompareOrdinal(inside, i, "\\X2\\", 0, 4) == 0 && inside.IndexOf("\\X0\\", i, StringComparison.Ordinal) is > 0 and var end)
            {
                for (var h = i + 4; h + 4 <= end; h += 4)
                    if (ushort.TryParse(inside.AsSpan(h, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)) b.Append((char)unit);
                i = end + 3;
            }
            else if (string.CompareOrdinal(inside, i, "\\X\\", 0, 3) == 0 && i + 5 <= inside.Length && byte.TryParse(inside.AsSpan(i + 3, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var one))
            {
                b.Append((char)one);
                i += 4;
            }
            else b.Append(inside[i]);
        return b.ToString();
    }

    internal FileStop Broken() => new("JP-07", Outcome.Blocked, place);
}

using System.Text;

namespace Sekisho.Sanitizing.Drawings;

/// <summary>Style attributes and style sheets: listed properties with clean values. Of at-rules nothing is kept.</summary>
internal static class SvgSheet
{
    /// <summary>The declarations in our form; "" when none is kept.</summary>
    /// <param name="dropped">Told every declaration that is not kept.</param>
    internal static string Declarations(string text, Action<string> dropped)
    {
        var b = new StringBuilder(text.Length);
        foreach (var piece in text.Split(';'))
        {
            var colon = piece.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                if (!string.IsNullOrWhiteSpace(piece)) dropped(piece);
                continue;
            }
            var name = piece[..colon].Trim().ToLowerInvariant();
            if (SvgAllow.Properties.Contains(name) && SvgValue.Clean(piece[(colon + 1)..].Trim()) is { } value) b.Append(b.Length > 0 ? ";" : "").Append(name).Append(':').Append(value);
            else dropped(piece);
        }
        return b.ToString();
    }

    /// <summary>A whole sheet.</summary>
    internal static string Rules(string text, Action<string> dropped)
    {
        var css = WithoutComments(text);
        var b = new StringBuilder(css.Length);
        for (var at = 0; at < css.Length;)
        {
            var open = css.IndexOf('{', at);
            var head = css[at..(open < 0 ? css.Length : open)];
            // "@import x;" has no block: what stands behind its semicolon begins anew.
            if (head.TrimStart().StartsWith('@') && head.IndexOf(';', StringComparison.Ordinal) is >= 0 and var semicolon)
            {
                dropped(head[..semicolon]);
                at += semicolon + 1;
                continue;
            }
            if (open < 0)
            {
                if (!string.IsNullOrWhiteSpace(head)) dropped(head);
                break;
            }
            var close = BlockEnd(css, open);
            var (selector, body) = (head.Trim(), css[(open + 1)..close]);
            if (IsSelector(selector) && !body.Contains('{', StringComparison.Ordinal))
            {
                var made = Declarations(body, dropped);
                if (made.Length > 0) b.Append(selector).Append('{').Append(made).Append("}\n");
            }
            else dropped(selector + "{" + body);
            at = close + 1;
        }
        return b.ToString();
    }

    private static bool IsSelector(string text) =>
        text.Length is > 0 and <= 4_096 && text.All(c => char.IsLetterOrDigit(c) || c is '.' or '#' or ',' or '>' or '*' or ' ' or '\t' or '\r' or '\n' or '_' or '-' or '+' or '~' or ':') && !SvgValue.HasWord(text);

    private static int BlockEnd(string css, int open)
    {
        var depth = 0;
        for (var at = open; at < css.Length; at++)
            if (css[at] == '{') depth++;
            else if (css[at] == '}' && --depth == 0) return at;
        return css.Length;
    }

    private static string WithoutComments(string text)
    {
        var b = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf("/*", at, StringComparison.Ordinal);
            if (open < 0) { b.Append(text, at, text.Length - at); break; }
            b.Append(text, at, open - at).Append(' ');
            var close = text.IndexOf("*/", open + 2, StringComparison.Ordinal);
            at = close < 0 ? text.Length : close + 2;
        }
        return b.Replace("<!--", " ").Replace("-->", " ").ToString();
    }
}

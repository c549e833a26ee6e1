using System.Globalization;
using System.Text;

namespace Sekisho.Mime;

/// <summary>Text fit to stand in a header: one line, no control, direction or invisible character (header injection, HD-03, MI-12).</summary>
public static class HeaderText
{
    /// <summary>Line ends and tabs become one space, other control, format and surrogate characters go, spaces at the ends go; cut to <paramref name="max"/> characters.</summary>
    public static string OneLine(string text, int max)
    {
        var b = new StringBuilder(Math.Min(text.Length, max));
        var space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\r' or '\n' or '\t' or ' ') { space = b.Length > 0; continue; }
            if (IsDropped(rune)) continue;
            if (b.Length + rune.Utf16SequenceLength + (space ? 1 : 0) > max) break;
            if (space) b.Append(' ');
            space = false;
            b.Append(rune.ToString());
        }
        return b.ToString();
    }

    /// <summary>True for characters that show nothing themselves but change what is shown.</summary>
    public static bool IsDropped(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || rune.Value is 0x3164 or 0x115F or 0x1160 or 0x034F
        || rune.Value is >= 0xFE00 and <= 0xFE0F || rune.Value is >= 0xE0000 and <= 0xE0FFF;
}

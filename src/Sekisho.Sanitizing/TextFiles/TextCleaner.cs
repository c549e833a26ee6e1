using System.Text;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.TextFiles;

/// <summary>TX-04…TX-06: controls, direction marks and invisible characters go; private characters become 〓.</summary>
internal static class TextCleaner
{
    internal static string Clean(string text, string place, FindingLog log)
    {
        var b = new StringBuilder(text.Length);
        int controls = 0, direction = 0, invisible = 0;
        var previous = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            var v = rune.Value;
            if (v is 0x2028 or 0x2029) { b.Append('\n'); controls++; }
            else if (v < 0x20 && v is not ('\t' or '\n' or '\r' or '\f') || v is >= 0x7F and <= 0x9F) controls++;
            else if (IsDirection(v)) direction++;
            else if (IsInvisible(v, previous.Value)) invisible++;
            else if (IsPrivate(v))
            {
                log.Add("TX-06", FindingAction.Rewritten, place, 1, ("code", "U+" + v.ToString("X4", System.Globalization.CultureInfo.InvariantCulture)));
                b.Append('〓');
            }
            else b.Append(rune.ToString());
            previous = rune;
        }
        if (controls > 0) log.Add("TX-04", FindingAction.Removed, place, controls);
        if (direction > 0) log.Add("TX-05", FindingAction.Removed, place, direction, ("kind", "direction"));
        if (invisible > 0) log.Add("TX-05", FindingAction.Removed, place, invisible, ("kind", "invisible"));
        return b.ToString();
    }

    private static bool IsDirection(int v) => v is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0x200E or 0x200F or 0x061C;

    /// <summary>Variation selectors stay behind an ideograph or a symbol: names of people need them (IVS). A joiner stays between symbols.</summary>
    private static bool IsInvisible(int v, int before) => v switch
    {
        0x200B or 0x200C or 0x2060 or 0xFEFF or 0xAD or 0x180E => true,
        0x200D => before < 0x2190,
        >= 0xFE00 and <= 0xFE0F => before < 0x2100,
        >= 0xE0100 and <= 0xE01EF => before is < 0x3400 or > 0x3FFFF,
        >= 0xE0000 and <= 0xE007F => true,
        _ => false,
    };

    private static bool IsPrivate(int v) => v is >= 0xE000 and <= 0xF8FF or >= 0xF0000 and <= 0x10FFFD;
}

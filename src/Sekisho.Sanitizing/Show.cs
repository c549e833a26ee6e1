using System.Globalization;
using System.Text;

namespace Sekisho.Sanitizing;

/// <summary>Makes hostile text fit for a report (laws E6, E10): bounded, control and direction characters written as ⟦U+XXXX⟧.</summary>
internal static class Show
{
    internal static string Visible(string text, int max)
    {
        var b = new StringBuilder(Math.Min(text.Length, max));
        foreach (var rune in text.EnumerateRunes())
        {
            var piece = IsHidden(rune) ? string.Create(CultureInfo.InvariantCulture, $"⟦U+{rune.Value:X4}⟧") : rune.ToString();
            if (b.Length + piece.Length > max - 1) return b.Append('…').ToString();
            b.Append(piece);
        }
        return b.ToString();
    }

    internal static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A URL that no program turns into a link: hxxps://example[.]jp/…</summary>
    internal static string Defanged(string url) =>
        Visible(url.Replace("http", "hxxp", StringComparison.OrdinalIgnoreCase).Replace(".", "[.]", StringComparison.Ordinal), 200);

    private static bool IsHidden(Rune r) => Rune.GetUnicodeCategory(r) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}

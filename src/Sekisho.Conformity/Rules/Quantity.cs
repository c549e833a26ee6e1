using System.Globalization;

namespace Sekisho.Conformity.Rules;

/// <summary>Numbers as parameters write them: 12, 3件, 90%, 0.1% (a percentage becomes its share, 0.9).</summary>
internal static class Quantity
{
    /// <summary>Null when the text is no number.</summary>
    public static decimal? Parse(string text)
    {
        var percent = text.EndsWith('%');
        var body = percent ? text[..^1] : text.EndsWith("件", StringComparison.Ordinal) ? text[..^1] : text;
        if (!decimal.TryParse(body, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        return percent ? number / 100m : number;
    }
}

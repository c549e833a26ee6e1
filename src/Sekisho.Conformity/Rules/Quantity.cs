using System.Globalization;

namespace Sekisho.Conformity.Rules;

/// <summary>Numbers as parameters write them: 12, 3件, 90%, 0.1% (a percentage becomes its share, 0.9), and the levels 低 1, 中 2, 高 3.</summary>
internal static class Quantity
{
    /// <summary>Null when the text is no number.</summary>
    public static decimal? Parse(string text)
    {
        if (text is "低" or "中" or "高") return text == "低" ? 1 : text == "中" ? 2 : 3;
        var percent = text.EndsWith('%');
        var body = percent ? text[..^1] : text.EndsWith("件", StringComparison.Ordinal) ? text[..^1] : text;
        if (!decimal.TryParse(body, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        return percent ? number / 100m : number;
    }
}

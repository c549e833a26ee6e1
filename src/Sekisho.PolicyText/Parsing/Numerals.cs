namespace Sekisho.PolicyText.Parsing;

/// <summary>Reads clause numbers: 12, １２, 十二, 一二, 二十一. At most 9,999; null for anything else.</summary>
internal static class Numerals
{
    private const string KanjiDigits = "〇一二三四五六七八九";
    public const string Pattern = "(?:[0-9０-９]{1,4}|[〇一二三四五六七八九十百千]{1,7})";

    public static int? Read(string text)
    {
        if (text.Length is 0 or > 7) return null;
        if (text[0] is >= 'Ⅰ' and <= 'Ⅻ') return text.Length == 1 ? text[0] - 'Ⅰ' + 1 : null;
        return text.All(Characters.IsDigit) ? ReadDigits(text) : ReadKanji(text);
    }

    private static int? ReadDigits(string text)
    {
        var value = 0;
        foreach (var c in text) value = (value * 10) + (c >= '０' ? c - '０' : c - '0');
        return value <= 9_999 ? value : null;
    }

    private static int? ReadKanji(string text)
    {
        if (text.All(c => KanjiDigits.Contains(c, StringComparison.Ordinal))) return ReadPositional(text);
        var (total, digit) = (0, -1);
        foreach (var c in text)
        {
            var unit = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit > 0)
            {
                total += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
            }
            else if (KanjiDigits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var value && digit < 0) digit = value;
            else return null;
        }
        return total + Math.Max(digit, 0);
    }

    private static int? ReadPositional(string text)
    {
        if (text.Length > 4) return null;
        var value = 0;
        foreach (var c in text) value = (value * 10) + KanjiDigits.IndexOf(c, StringComparison.Ordinal);
        return value;
    }
}

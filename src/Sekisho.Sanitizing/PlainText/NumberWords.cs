using System.Globalization;
using System.Text;

namespace Sekisho.Sanitizing.PlainText;

/// <summary>A number as a list of Word prints it, by the names of ECMA-376 (17.18.59); unknown formats are printed in digits.</summary>
internal static class NumberWords
{
    private const string Kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private const string HalfKana = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
    private const string OldOrder = "イロハニホヘトチリヌルヲワカヨタレソツネナラム";
    private const string KanjiDigits = "〇一二三四五六七八九";

    public static string Of(string format, int value) => format switch
    {
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Digits(value).Select(c => (char)(c - '0' + '０'))),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when value is >= 1 and <= 20 => ((char)('①' + value - 1)).ToString(),
        "decimalEnclosedParen" when value is >= 1 and <= 20 => ((char)('⑴' + value - 1)).ToString(),
        "decimalZero" => value.ToString("D2", CultureInfo.InvariantCulture),
        "aiueoFullWidth" => Letter(Kana, value),
        "aiueo" => Letter(HalfKana, value),
        "iroha" or "irohaFullWidth" => Letter(OldOrder, value),
        "lowerLetter" => Letter("abcdefghijklmnopqrstuvwxyz", value),
        "upperLetter" => Letter("ABCDEFGHIJKLMNOPQRSTUVWXYZ", value),
        "upperRoman" when value is >= 1 and <= 12 => ((char)('Ⅰ' + value - 1)).ToString(),
        "lowerRoman" when value is >= 1 and <= 12 => ((char)('ⅰ' + value - 1)).ToString(),
        "japaneseCounting" or "chineseCounting" or "chineseCountingThousand" or "taiwaneseCountingThousand" or "japaneseDigitalTenThousand" => Kanji(value),
        "ideographDigital" => string.Concat(Digits(value).Select(c => KanjiDigits[c - '0'])),
        "none" => "",
        _ => Digits(value),
    };

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);
    private static string Letter(string letters, int value) => value >= 1 && value <= letters.Length ? letters[value - 1].ToString() : Digits(value);

    private static string Kanji(int value)
    {
        if (value is 0 or > 9_999) return Digits(value);
        var text = new StringBuilder();
        foreach (var (unit, word) in new[] { (1000, "千"), (100, "百"), (10, "十") })
        {
            if (value / unit is > 0 and var times) text.Append(times == 1 ? "" : KanjiDigits[times].ToString()).Append(word);
            value %= unit;
        }
        return text.Append(value > 0 ? KanjiDigits[value].ToString() : "").ToString();
    }
}

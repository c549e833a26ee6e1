using System.Text;

namespace Sekisho.Verifying.Pdf;

/// <summary>Little languages: character maps and calculator functions, read as words of which each must be known.</summary>
internal static class WordCheck
{
    private static readonly HashSet<string> MapWords = new(StringComparer.Ordinal)
    {
        "findresource", "begin", "end", "begincmap", "endcmap", "dict", "def", "usecmap", "currentdict", "defineresource", "pop", "CMapName",
        "begincodespacerange", "endcodespacerange", "beginbfchar", "endbfchar", "beginbfrange", "endbfrange", "begincidchar", "endcidchar", "begincidrange", "endcidrange",
    };

    private static readonly HashSet<string> CalculatorWords = new(
        ("abs add atan ceiling cos cvi cvr div exp floor idiv ln log mod mul neg round sin sqrt sub truncate and bitshift eq false ge gt le lt ne not or true xor if ifelse copy dup exch index pop roll { }").Split(' '), StringComparer.Ordinal);

    internal static void Map(byte[] data, Action<string, string> bad)
    {
        foreach (var word in Encoding.Latin1.GetString(data).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
            if (!MapWords.Contains(word) && !IsPlain(word)) { bad("word", word); return; }
    }

    internal static void Calculator(byte[] data, Action<string, string> bad)
    {
        foreach (var word in Encoding.Latin1.GetString(data).Split(' '))
            if (!CalculatorWords.Contains(word) && !word.All(c => char.IsAsciiDigit(c) || c is '-' or '.')) { bad("word", word); return; }
    }

    /// <summary>A number, a hexadecimal string, a name, a short string in brackets, or the brackets of the one dictionary.</summary>
    private static bool IsPlain(string word) => word switch
    {
        _ when word.All(char.IsAsciiDigit) => true,
        ['<', '<', '/', ..] => word[3..].All(char.IsAsciiLetter),
        ['<', .., '>'] => word[1..^1].All(char.IsAsciiHexDigitUpper),
        ['/', ..] => word.Length <= 40 && word[1..].All(c => char.IsAsciiLetterOrDigit(c) || c is '-'),
        ['(', .., ')'] => word[1..^1].All(char.IsAsciiLetterOrDigit),
        "0>>" => true,
        _ => false,
    };
}

using System.Text;

namespace Sekisho.PolicyText;

/// <summary>Small questions about Japanese characters. Digits are said explicitly (rule T13).</summary>
internal static class Characters
{
    private const string Opening = "（(「『【〔［[〈《";
    private const string Closing = "）)」』】〕］]〉》";

    public static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    /// <summary>Full-width ASCII as half-width: for comparing only, never for stored text.</summary>
    public static string Narrow(string text) => string.Concat(text.Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c));
    public static int Count(string text) => text.EnumerateRunes().Count();
    public static bool IsOpening(char c) => Opening.Contains(c, StringComparison.Ordinal);
    public static bool IsClosing(char c) => Closing.Contains(c, StringComparison.Ordinal);
    public static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';
    public static bool IsLatin(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= 'ａ' and <= 'ｚ' or >= 'Ａ' and <= 'Ｚ';
    public static bool IsHalfWord(char c) => char.IsAsciiLetterOrDigit(c);
    public static bool IsWide(char c) => c > 'ÿ' && c is not (>= '｡' and <= 'ﾟ');

    /// <summary>Columns of a terminal or a page: 2 for a wide character, 1 for a narrow one.</summary>
    public static int Columns(string text) => text.Sum(c => IsWide(c) ? 2 : 1);

    /// <summary>Brackets opened and not closed; a closing one too many does not count.</summary>
    public static int OpenBrackets(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            if (IsOpening(c)) depth++;
            else if (IsClosing(c) && depth > 0) depth--;
        }
        return depth;
    }

    /// <summary>True when the last sentence of the text is complete: it ends with a full stop outside brackets, stray closing brackets not counted.</summary>
    public static bool EndsSentence(string text)
    {
        var (depth, ended) = (0, false);
        foreach (var c in text)
        {
            if (IsOpening(c)) (depth, ended) = (depth + 1, false);
            else if (IsClosing(c) && depth > 0) (depth, ended) = (depth - 1, false);
            else if (!IsClosing(c) && !char.IsWhiteSpace(c)) ended = c == '。' && depth == 0;
        }
        return ended;
    }

    public static string FirstCharacters(string text, int count)
    {
        var head = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(count)) head.Append(rune.ToString());
        return head.ToString();
    }
}

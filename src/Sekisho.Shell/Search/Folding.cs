using System.Text;

namespace Sekisho.Shell.Search;

/// <summary>
/// How text is made comparable for search only, never for storing: NFKC, lower case, hiragana as katakana, hyphens and blanks dropped, and the
/// older forms of characters common in names as their present ones.
/// </summary>
public static class Folding
{
    private const string Old = "髙﨑邊邉齋齊澤濱廣國學會櫻德藏眞惠龍瀧嶋島嶌槇凜";
    private const string New = "高崎辺辺斎斉沢浜広国学会桜徳蔵真恵竜滝島島島槙凛";

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            if (char.IsWhiteSpace(c) || c is '-' or '‐' or '‑' or '–' or '—' or '−') continue;
            var at = Old.IndexOf(c, StringComparison.Ordinal);
            folded.Append(at >= 0 ? New[at] : c is >= 'ぁ' and <= 'ゖ' ? (char)(c + 0x60) : c);
        }
        return folded.ToString();
    }
}

using System.Text;

namespace Sekisho.Kernel.Text;

/// <summary>
/// The form in which names are searched: NFKC, lower case, かな for カナ, one form for old and variant characters, no blanks and no long-vowel marks
/// told apart from dashes. For search columns and search words only; stored text is never folded (rule T13).
/// </summary>
public static class SearchFold
{
    // Pairs of a variant and the form it is searched under; the variants met most in names and old texts.
    private const string Variants =
        "髙高﨑崎嵜崎碕崎齋斉齊斉斎斉邊辺邉辺濱浜濵浜澤沢廣広國国櫻桜眞真惠恵榮栄瀧滝龍竜嶋島嶌島德徳壽寿圓円學学會会縣県藏蔵圖図來来桒桑舘館冨富峯峰曾曽彌弥靜静豐豊" +
        "與与萬万禮礼淺浅實実應応當当條条團団總総區区聲声號号寶宝將将專専對対從従戰戦據拠樂楽橫横歐欧歸帰氣気淸清溪渓爲為獨独瑤瑶發発盡尽鹽塩眾衆經経續続繩縄黑黒";

    private static readonly Dictionary<char, char> Plain = Pairs();

    public static string Of(string text)
    {
        // The one common surname letter outside the basic plane.
        var normal = text.Replace("\U00020BB7", "吉", StringComparison.Ordinal).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var folded = new StringBuilder(normal.Length);
        foreach (var c in normal)
        {
            if (char.IsWhiteSpace(c)) continue;
            folded.Append(c switch
            {
                >= 'ァ' and <= 'ヶ' => (char)(c - 0x60),
                '‐' or '‑' or '–' or '—' or '―' or '−' or 'ー' => '-',
                _ => Plain.GetValueOrDefault(c, c),
            });
        }
        return folded.ToString();
    }

    private static Dictionary<char, char> Pairs()
    {
        var pairs = new Dictionary<char, char>();
        for (var i = 0; i < Variants.Length; i += 2) pairs[Variants[i]] = Variants[i + 1];
        return pairs;
    }
}

namespace Sekisho.PolicyText.Parsing;

/// <summary>
/// Cuts "(1) 機密性 情報に…" into heading and text at a space behind a wide character ("LGWAN 接続系" is not cut). A cut before Latin letters
/// may be mere spacing between scripts and is made only where a brother is cut beyond doubt.
/// </summary>
internal static class CaptionCutter
{
    public static void Cut(IReadOnlyList<Draft> brothers)
    {
        var open = brothers.Where(b => b is { Level: ClauseLevel.Item or ClauseLevel.Subitem, Caption.Length: 0, Passages.Count: > 0 }).ToList();
        var sure = open.Where(b => Find(b.Passages[0].Text, latin: false) is not null).ToList();
        foreach (var draft in open)
        {
            var text = draft.Passages[0].Text;
            if (Find(text, latin: sure.Count > 0) is not { } cut) continue;
            draft.Caption = text[..cut].Trim();
            draft.Passages[0].Text = text[cut..].Trim();
        }
    }

    /// <summary>True when heading and text stand on this line already, beyond doubt.</summary>
    public static bool IsInline(string text) => Find(text, latin: false) is not null;

    private static int? Find(string text, bool latin)
    {
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (!char.IsWhiteSpace(text[i])) continue;
            var (left, right) = (text[..i], text[i..].TrimStart());
            if (!Headings.IsShort(left)) return null;
            if (right.Length > 0 && CanCut(left, right[0], latin)) return i;
        }
        return null;
    }

    private static bool CanCut(string left, char next, bool latin) =>
        (Characters.IsWide(left[^1]) || Characters.IsClosing(left[^1])) && !Characters.IsLatin(left[^1]) && !Characters.IsDigit(left[^1]) && !Characters.IsDigit(next) && (latin || !Characters.IsLatin(next))
        && !Headings.EndsOpen(left) && Characters.OpenBrackets(left) == 0 && !Headings.StartsInside(next.ToString());
}

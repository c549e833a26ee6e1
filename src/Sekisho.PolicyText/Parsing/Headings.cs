using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Parsing;

/// <summary>Words and shapes that tell headings, dates, contents, 附則 and 別表 from ordinary text.</summary>
internal static partial class Headings
{
    /// <summary>A heading has at most this many characters, white space not counted.</summary>
    public const int Longest = 25;
    private const int LongestLabelLine = 45;
    /// <summary>Words that end an item of a list although their last character is also a particle.</summary>
    private static readonly string[] Nouns = ["ため", "もの", "こと", "まで"];
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const string N = Numerals.Pattern;

    [GeneratedRegex(@"次に掲げる|次の各号|次のとおり|以下のとおり", Options)]
    private static partial Regex Introducing();
    [GeneratedRegex("[はがをにで]、", Options)]
    private static partial Regex InsideSentence();
    [GeneratedRegex(@"^[(（【〔]?[^\s　(（]{0,6}[\s　]*(?:明治|大正|昭和|平成|令和|[0-9０-９]{4})\s*(?:元|[0-9０-９一二三四五六七八九十]{0,3})\s*年|^[^\s　(（]{1,12}第\s*" + N + @"\s*号\s*[)）]?$", Options)]
    private static partial Regex DateOrNumber();
    [GeneratedRegex(@"(?:方針|ポリシー|規程|規則|要綱|要領|要項|訓令|条例|基準|計画|手順書?|指針|ガイドライン|規約|細則|規定)(?:[(（][^()（）]*[)）])?$", Options)]
    private static partial Regex DocumentKind();
    [GeneratedRegex(@"の(?:全部|一部)を(?:次のように)?改正する。|を次のように定める。|を廃止する。", Options)]
    private static partial Regex AmendingWords();
    [GeneratedRegex(@"^(?<label>序|序文|前文|はじめに)(?:[\s　]+(?<caption>[^。]+))?$", Options)]
    private static partial Regex IntroLine();
    [GeneratedRegex(@"^附\s*則(?<rest>[\s　]*(?:[(（].*[)）])?[\s　]*抄?)$", Options)]
    private static partial Regex SupplementLine();
    [GeneratedRegex(@"^(?<label>(?:別表|別記様式|別記|別紙|様式)[\s　]*(?:第[\s　]*(?<n>" + N + @")[\s　]*(?:号様式|号)?)?(?:の(?<b>" + N + @"))?)(?<rest>[\s　(（].*|)$", Options)]
    private static partial Regex AppendedLine();
    [GeneratedRegex(@"^(?<label>第\s*(?<n>" + N + @")\s*(?<kind>編|章|節|款|目)(?:の(?<b>" + N + @"))?)(?<rest>[\s　].*|)$|^(?<label>(?<n>[Ⅰ-Ⅻ])[．.]?)(?<rest>[\s　].*)$", Options)]
    private static partial Regex ChapterLine();

    public static bool IsContentsTitle(SourceLine line) => line.Compact is "目次" or "もくじ";
    public static bool IsAmending(string text) => AmendingWords().IsMatch(text);
    public static bool EndsWithDocumentKind(string text) => DocumentKind().IsMatch(text);
    public static Match Intro(string text) => IntroLine().Match(text);
    public static Match Supplement(string text) => SupplementLine().Match(text);
    public static Match Chapter(string text) => ChapterLine().Match(text);
    public static Match Appended(string text) => text.Length <= LongestLabelLine && !HasStop(text) ? AppendedLine().Match(text) : Match.Empty;
    public static bool IsMeta(string text) => text.Length <= LongestLabelLine && !HasStop(text) && DateOrNumber().IsMatch(text);

    /// <summary>Short, without a full stop, and not announcing a list: may be a heading when something follows below it.</summary>
    public static bool MayBeHeading(string text) => IsShort(text) && text.Count(c => c == '、') <= 1 && !Introducing().IsMatch(text) && !InsideSentence().IsMatch(text);
    public static bool IsShort(string text) => Characters.WithoutSpace(text).Length is > 0 and <= Longest && !HasStop(text);

    /// <summary>The words inside a line that is one pair of brackets, e.g. an article's caption; null for any other line.</summary>
    public static string? Bracketed(string text)
    {
        if (text.Length is < 3 or > LongestLabelLine || !Characters.IsOpening(text[0]) || LeadingBracket(text) is not { } inner) return null;
        return inner.Length + 2 == text.Length && !HasStop(inner) ? inner.Trim() : null;
    }

    /// <summary>The words of the bracket a text begins with; null when it does not begin with one or it stays open.</summary>
    public static string? LeadingBracket(string text)
    {
        if (text.Length == 0 || text[0] is not ('(' or '（' or '【' or '〔' or '［')) return null;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Characters.IsOpening(text[i])) depth++;
            else if (Characters.IsClosing(text[i]) && --depth == 0) return text[1..i];
        }
        return null;
    }

    /// <summary>True when a line with this end cannot be complete: it stops at a comma or a particle.</summary>
    public static bool EndsOpen(string text) => text.Length > 0 && "、，・をにはがともやへでのて及び又並".Contains(text[^1], StringComparison.Ordinal) && !Array.Exists(Nouns, n => text.EndsWith(n, StringComparison.Ordinal));

    /// <summary>True when no sentence and no heading begins with this character.</summary>
    public static bool StartsInside(string text) => text.Length > 0 && "。、，）」』】をのにんーっゃゅょぁぃぅぇぉッャュョァィゥェォ々".Contains(text[0], StringComparison.Ordinal);

    /// <summary>ただし書 and 後段: by the rules of drafting they stand in the 項 of the sentence before.</summary>
    public static bool IsProviso(string text) => text.StartsWith("ただし、", StringComparison.Ordinal) || text.StartsWith("この場合において", StringComparison.Ordinal);

    private static bool HasStop(string text) => text.Contains('。', StringComparison.Ordinal);
}

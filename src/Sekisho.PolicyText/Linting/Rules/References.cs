using System.Globalization;
using System.Text.RegularExpressions;
using Sekisho.Kernel.Clauses;
using Sekisho.PolicyText.Reading;

namespace Sekisho.PolicyText.Linting.Rules;

/// <summary>Pointers that point nowhere: articles, numbers, 前条, 両; contents that disagree; numbers of laws without their kind.</summary>
internal static partial class References
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex("上記(?<n>[0-9]+|[一二三四五六七八九十]+)", Options)]
    private static partial Regex BareNumber();
    [GeneratedRegex("前条(?:第(?<p>[0-9]+)項)?(?:第(?<i>[0-9]+)号)?(?:の規定による|に規定する|に定める|の)(?<nouns>[一-龠々ァ-ヶー]+(?:(?:及び|又は|、)[一-龠々ァ-ヶー]+)*)", Options)]
    private static partial Regex ArticleBefore();
    [GeneratedRegex("^(?:規定|場合|手続|例|定め|措置|各号|期間|期限)$", Options)]
    private static partial Regex Generic();
    [GeneratedRegex("両(?<noun>[一-龠々ァ-ヶー]{2,8}?)(?:間|の間)", Options)]
    private static partial Regex BothOf();
    [GeneratedRegex("と[^、。]{2,30}と?の|と、[^、。]{2,30}との|及び|並びに", Options)]
    private static partial Regex Two();
    [GeneratedRegex("(?:明治|大正|昭和|平成|令和)(?:元|[0-9]+)年第[0-9]+号", Options)]
    private static partial Regex LawWithoutKind();
    [GeneratedRegex("、|及び|又は", Options)]
    private static partial Regex Between();
    [GeneratedRegex(@"^(?:第[0-9]+(?:条|章|節)?|\([0-9]+\)|[0-9]+[..．、]?|序|【)?(?<words>.*?)】?$", Options)]
    private static partial Regex Entry();

    public static IEnumerable<LintFinding> Find(LintText text) => Nowhere(text).Concat(Before(text)).Concat(Both(text)).Concat(Contents(text)).Concat(Laws(text)).Concat(Collisions(text));

    private static IEnumerable<LintFinding> Nowhere(LintText text)
    {
        foreach (var reference in ClauseReferences.Read(text.Policy).Where(r => !r.IsResolved))
        {
            var (clause, words) = (text.Of(reference.From), Folded.Of(reference.Printed));
            if (text.Policy.Find(reference.To.Article) is { } article && (HasOne(article, reference.To) || IsRange(clause.Body.Text, words))) continue;
            yield return clause.Finding("reference-dangling", clause.Body.Text.IndexOf(words, StringComparison.Ordinal), words.Length, words, "文書にありません。");
        }
        if (text.Articles.Count == 0 || !text.Articles[0].PrintedLabel.StartsWith('第')) yield break;
        foreach (var clause in text.Duties)
            if (BareNumber().Match(clause.Body.Text) is { Success: true } match) yield return clause.Finding("reference-dangling", match.Index, match.Length, match.Value, "番号だけでは決まりません。この文書の条は「第」の付く番号です。");
    }

    /// <summary>第1項 of an article that prints no paragraphs is the article itself.</summary>
    private static bool HasOne(Clause article, ClauseRef to) =>
        to.Segments[^1] is { Kind: ClauseSegmentKind.Item, Number: { } n } && article.SelfAndBelow().Any(c => c.Path.Segments[^1] is { Kind: ClauseSegmentKind.Item, Number: { } m } && m == n)
        && article.Children.All(c => c.Level != ClauseLevel.Par);

    private static bool IsRange(string body, string words) => body.Contains(words + "から", StringComparison.Ordinal);

    private static IEnumerable<LintFinding> Before(LintText text)
    {
        foreach (var clause in text.Clauses.Where(c => c.Article is not null))
        {
            foreach (Match match in ArticleBefore().Matches(clause.Body.Text))
            {
                var at = text.Articles.ToList().IndexOf(clause.Article!);
                var target = at <= 0 ? null : Target(text.Articles[at - 1], match);
                var words = match.Groups["nouns"].Value;
                if (target is null) yield return clause.Finding("reference-dangling", match.Index, match.Length, Pointer(match), "文書にありません。");
                else if (!Generic().IsMatch(words) && !Between().Split(words).Any(n => Holds(target, n))) yield return clause.Finding("reference-dangling", match.Index, match.Length, Pointer(match), "「" + words + "」を述べていません。");
            }
        }
    }

    private static string Pointer(Match match) => match.Value[..(match.Groups["nouns"].Index - match.Index)];

    private static Clause? Target(Clause article, Match match)
    {
        IEnumerable<Clause> here = article.SelfAndBelow();
        if (match.Groups["p"].Success && match.Groups["p"].Value != "1") here = here.Where(c => Ends(c, ClauseSegmentKind.Par, match.Groups["p"].Value));
        if (match.Groups["i"].Success) here = here.SelectMany(c => c.SelfAndBelow()).Where(c => Ends(c, ClauseSegmentKind.Item, match.Groups["i"].Value));
        return here.FirstOrDefault();
    }

    private static bool Ends(Clause clause, ClauseSegmentKind kind, string number) =>
        clause.Path.Segments[^1] is { Number: { } n } last && last.Kind == kind && n.ToString(CultureInfo.InvariantCulture) == number;

    private static bool Holds(Clause target, string noun)
    {
        var core = noun.TrimEnd('等');
        return target.SelfAndBelow().Any(c => Folded.Of(c.Caption + c.Text).Contains(core, StringComparison.Ordinal));
    }

    /// <summary>"両乙間" wants two of them before it in the clause: 甲と丙, or 乙 named twice.</summary>
    private static IEnumerable<LintFinding> Both(LintText text)
    {
        foreach (var clause in text.Clauses.Where(c => c.Article is not null))
        {
            if (BothOf().Match(clause.Body.Text) is not { Success: true } match) continue;
            var (before, noun) = (clause.Body.Text[..match.Index], match.Groups["noun"].Value);
            var named = before.Split(noun).Length - 1;
            if (named < 2 && !Two().IsMatch(before) && !before.EndsWith('の')) yield return clause.Finding("reference-dangling", match.Index, match.Length, match.Value, "文の中にありません。");
        }
    }

    private static IEnumerable<LintFinding> Contents(LintText text)
    {
        var headings = text.Clauses.Where(c => c.Level is not (ClauseLevel.Toc or ClauseLevel.TocEntry) && c.Caption.Text.Length > 0).Select(c => c.Caption.Text).Append(Folded.Of(text.Policy.Title)).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in text.Clauses.Where(c => c.Level == ClauseLevel.TocEntry))
        {
            var words = Entry().Match(entry.Body.Text).Groups["words"].Value;
            if (words.Length == 0 || headings.Contains(words) || headings.Any(h => entry.Body.Text.EndsWith(h, StringComparison.Ordinal))) continue;
            if (headings.Where(h => Near(h, words)).MaxBy(h => h.Length) is { } near) yield return entry.Finding("toc-mismatch", entry.Body.Text.Length - words.Length, words.Length, words, near);
        }
    }

    /// <summary>At least two thirds of the characters in place.</summary>
    private static bool Near(string heading, string words) => Math.Abs(heading.Length - words.Length) <= 2 && heading.Intersect(words).Count() * 3 >= Math.Max(heading.Distinct().Count(), words.Distinct().Count()) * 2;

    private static IEnumerable<LintFinding> Laws(LintText text)
    {
        foreach (var clause in text.Clauses.Where(LintText.IsText))
            foreach (Match match in LawWithoutKind().Matches(clause.Body.Text)) yield return clause.Finding("law-number-form", match.Index, match.Length);
    }

    private static IEnumerable<LintFinding> Collisions(LintText text)
    {
        if (text.Articles.Count == 0) yield break;
        var form = Form(text.Articles[0].PrintedLabel);
        foreach (var list in text.Clauses.Where(c => c.Level is ClauseLevel.Item or ClauseLevel.Subitem && Form(c.Clause.PrintedLabel) == form).GroupBy(c => c.Path.Parent))
        {
            if (list.Key is { } parent) yield return text.Of(parent).Finding("numbering-collision", 0, 20, list.First().Clause.PrintedLabel);
        }
    }

    /// <summary>The shape of a number: every digit is #.</summary>
    private static string Form(string label) => string.Concat(Folded.Of(label).Select(c => char.IsAsciiDigit(c) ? '#' : c)).Replace("##", "#", StringComparison.Ordinal);
}

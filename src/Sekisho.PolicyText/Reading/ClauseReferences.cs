using System.Text.RegularExpressions;
using Sekisho.Kernel.Clauses;
using Sekisho.PolicyText.Parsing;

namespace Sekisho.PolicyText.Reading;

/// <summary>
/// References by number inside one document: 第3条, 第2条第1項第3号, 第6 (where articles are printed so), 上記３. A number behind the name of a law,
/// a rule or a closing bracket belongs to that law, one behind the name of another document (基本方針第8条) to that document; both are left out. 前条 and 前項 are not read.
/// </summary>
public static partial class ClauseReferences
{
    private const string N = Numerals.Pattern;
    private const int Patience = 1000;
    private const string NamesOfLaws = "法律令則例程綱領）)号";

    [GeneratedRegex(@"第\s*(?<a>" + N + @")\s*条(?:の(?<b>" + N + @"))?(?:\s*第\s*(?<p>" + N + @")\s*項)?(?:\s*第\s*(?<i>" + N + @")\s*号)?", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Jou();
    [GeneratedRegex(@"第\s*(?<a>" + N + @")(?=[、，及又並にのをへ])", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Dai();
    [GeneratedRegex(@"上記\s*(?<a>" + N + @")(?=[、，及又並にのを])", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Above();
    [GeneratedRegex(@"(?:方針|基準|手順|ポリシー|ガイドライン|要領|指針)\z", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex DocumentName();
    [GeneratedRegex(@"(?:この|(?<![一-龠々])本|当該)[一-龠々ァ-ヶー]{0,30}\z", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex OwnName();

    public static IReadOnlyList<ClauseReference> Read(ParsedPolicy policy)
    {
        var articles = policy.All.Where(c => c.Level == ClauseLevel.Article).ToList();
        if (articles.Count == 0) return [];
        var forms = articles[0].PrintedLabel.Contains('条', StringComparison.Ordinal) ? [Jou()] : articles[0].PrintedLabel.StartsWith('第') ? new[] { Dai(), Above() } : [Above()];
        return [.. policy.All.SelectMany(c => forms.SelectMany(f => Find(f, c, policy)))];
    }

    private static IEnumerable<ClauseReference> Find(Regex form, Clause clause, ParsedPolicy policy)
    {
        foreach (Match match in form.Matches(clause.Text))
        {
            if (BelongsToLaw(clause.Text, match.Index) || BelongsToOther(clause.Text, match.Index, policy.Title) || Target(match) is not { } path) continue;
            yield return new ClauseReference(clause.Path, path, match.Value, policy.Find(path) is not null);
        }
    }

    private static bool BelongsToLaw(string text, int at)
    {
        while (at > 0 && char.IsWhiteSpace(text[at - 1])) at--;
        return at > 0 && NamesOfLaws.Contains(text[at - 1], StringComparison.Ordinal);
    }

    /// <summary>この方針第8条 and the document's own title mean this document; 基本方針第8条 and 市の対策基準第8条 another.</summary>
    private static bool BelongsToOther(string text, int at, string title)
    {
        var before = text[..at].TrimEnd(' ', '　', '」', '』', 'の');
        return DocumentName().IsMatch(before) && !OwnName().IsMatch(before) && (title.Length == 0 || !before.EndsWith(title, StringComparison.Ordinal));
    }

    private static ClauseRef? Target(Match match)
    {
        if (Read(match, "a") is not { } article) return null;
        var segments = new List<ClauseSegment> { Read(match, "b") is { } branch ? ClauseSegment.Of(ClauseSegmentKind.Art, article, branch) : ClauseSegment.Of(ClauseSegmentKind.Art, article) };
        if (Read(match, "p") is { } paragraph and > 1) segments.Add(ClauseSegment.Of(ClauseSegmentKind.Par, paragraph));
        if (Read(match, "i") is { } item) segments.Add(ClauseSegment.Of(ClauseSegmentKind.Item, item));
        return ClauseRef.Of([.. segments]);
    }

    private static int? Read(Match match, string group) => match.Groups[group].Success ? Numerals.Read(match.Groups[group].Value) : null;
}

using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Linting.Rules;

/// <summary>Words used and not defined, defined and not used, abbreviations never spelled out.</summary>
internal static partial class Terms
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex("(?:以下|次号において)「(?<name>[^」]{1,30})」", Options)]
    private static partial Regex Introduced();
    [GeneratedRegex("[A-Z]{3,8}", Options)]
    private static partial Regex Capitals();

    public static IEnumerable<LintFinding> Find(LintText text) => Undefined(text).Concat(Unused(text)).Concat(Abbreviations(text));

    private static IEnumerable<LintFinding> Undefined(LintText text)
    {
        var known = text.Defined.SelectMany(d => Spoken(Folded.Of(d.Term))).ToHashSet(StringComparer.Ordinal);
        if (known.Count == 0) yield break;
        foreach (var term in LintWords.Terms.Where(t => !known.Contains(t) && !IsIntroduced(text.Whole, t)))
        {
            if (Place(text, term) is not { } clause) continue;
            yield return clause.Finding("term-undefined", clause.Body.Text.IndexOf(term, StringComparison.Ordinal), term.Length, term);
        }
    }

    /// <summary>「語」, 第n条に定める語: the text says itself where the word comes from.</summary>
    private static bool IsIntroduced(string whole, string term) =>
        whole.Contains("「" + term + "」", StringComparison.Ordinal) || Regex.IsMatch(whole, "第?[0-9一二三四五六七八九十]+(?:条|項|号)?(?:に(?:定める|規定する)|の)" + Regex.Escape(term), Options);

    /// <summary>Where the text comes nearest to saying what the word is; else its first use. A sentence that orders the thing to be made is no use.</summary>
    private static LintClause? Place(LintText text, string term)
    {
        var uses = text.Duties.Where(c => Uses(c.Body.Text, term)).ToList();
        if (uses.FirstOrDefault(c => Regex.IsMatch(c.Body.Text, Regex.Escape(term) + "は、次の|" + Regex.Escape(term) + "は、次に", Options)) is { } listed) return listed;
        var first = uses.FirstOrDefault();
        return first is null || Regex.IsMatch(first.Body.Text, Regex.Escape(term) + "を(?:策定|作成|定め|整備)", Options) ? null : first;
    }

    /// <summary>The word itself, not the head of a longer one (情報セキュリティ in 情報セキュリティ対策).</summary>
    private static bool Uses(string body, string term) => Regex.IsMatch(body, Regex.Escape(term) + "(?![一-龠々ァ-ヶー])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static IEnumerable<LintFinding> Unused(LintText text)
    {
        foreach (var term in text.Defined)
        {
            var clause = text.Of(term.Path);
            var spoken = Spoken(Folded.Of(term.Term)).ToList();
            if (!spoken.Exists(s => text.Clauses.Any(c => c != clause && LintText.IsText(c) && Speaks(c, s)))) yield return clause.Finding("term-unused", Math.Max(0, clause.Body.Text.IndexOf(spoken[0], StringComparison.Ordinal)), clause.Body.Text.Contains(spoken[0], StringComparison.Ordinal) ? spoken[0].Length : 0, term.Term);
        }
        foreach (var clause in text.Clauses.Where(LintText.IsText))
            foreach (Match match in Introduced().Matches(clause.Body.Text))
                if (!IsUsedAfter(text, clause, match.Index + match.Length, match.Groups["name"].Value)) yield return clause.Finding("term-unused", match.Index, match.Length, match.Groups["name"].Value);
    }

    /// <summary>A name with another in brackets is known by both.</summary>
    private static IEnumerable<string> Spoken(string term) => term.Split(['(', ')'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Used behind its introduction; "甲の乙" also as "甲を乙".</summary>
    private static bool IsUsedAfter(LintText text, LintClause clause, int at, string term)
    {
        if (clause.Body.Text.IndexOf(term, Math.Min(at, clause.Body.Text.Length), StringComparison.Ordinal) >= 0) return true;
        return text.Clauses.Any(c => c.Order > clause.Order && LintText.IsText(c) && Speaks(c, term));
    }

    private static bool Speaks(LintClause clause, string term)
    {
        var split = term.LastIndexOf('の');
        var loose = split > 0 ? Regex.Escape(term[..split]) + "[のを]" + Regex.Escape(term[(split + 1)..]) : Regex.Escape(term);
        return Regex.IsMatch(clause.Caption.Text + "\n" + clause.Body.Text, loose, Options);
    }

    private static IEnumerable<LintFinding> Abbreviations(LintText text)
    {
        var roles = LintWords.RoleAbbreviations.ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var clause in text.Clauses.Where(LintText.IsText))
        {
            foreach (Match match in Capitals().Matches(clause.Body.Text))
                if (!roles.Contains(match.Value) && seen.Add(match.Value) && !IsSpelledOut(text.Whole, match.Value)) yield return clause.Finding("abbreviation-undefined", match.Index, match.Length, match.Value);
        }
    }

    private static bool IsSpelledOut(string whole, string letters) =>
        Regex.IsMatch(whole, "[一-龠々ァ-ヶー]\\([A-Z/]*" + letters + "[A-Z/]*[):]|「" + letters + "」|" + letters + "[:(][A-Za-z]", Options);
}

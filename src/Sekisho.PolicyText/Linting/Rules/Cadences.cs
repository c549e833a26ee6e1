using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Linting.Rules;

/// <summary>When and by what: intervals without a number, two rhythms at once, matters left to a document without a name, emergencies nobody reports.</summary>
internal static partial class Cadences
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex("(?:定期|随時)[^、。]{0,8}", Options)]
    private static partial Regex NowAndThen();
    [GeneratedRegex("[0-9]+(?:箇月|か月|ヶ月|年|月|週|日|回|時間)|毎(?:年|月|週|日)|年度ごと|年度毎", Options)]
    private static partial Regex Number();
    [GeneratedRegex("(?:定期|随時)[^、。]{0,12}(?:常時|常に|絶えず)[^、。]{0,6}|(?:常時|常に|絶えず)[^、。]{0,12}(?:定期|随時)[^、。]{0,6}", Options)]
    private static partial Regex Both();
    [GeneratedRegex("別に定める(?<what>[^、。をにで]{0,20})", Options)]
    private static partial Regex Elsewhere();
    [GeneratedRegex("基準|手順|要綱|要領|規程|規則|方針|計画|条例|細則|マニュアル|ガイドライン|様式|別表", Options)]
    private static partial Regex DocumentWord();
    [GeneratedRegex("(?:緊急時|インシデント)(?:等)?(?:対応|対処)(?:計画|手順)", Options)]
    private static partial Regex EmergencyPlan();
    [GeneratedRegex("(?:職員|者|員)[^。]*(?:報告し|報告する|通報し|届け出)|CSIRT|対応チーム|対応班", Options)]
    private static partial Regex Reporting();

    public static IEnumerable<LintFinding> Find(LintText text) => Intervals(text).Concat(Delegations(text)).Concat(Unreported(text));

    private static IEnumerable<LintFinding> Intervals(LintText text)
    {
        foreach (var clause in text.Duties)
        {
            foreach (var (start, sentence) in clause.Sentences)
            {
                if (Both().Match(sentence) is { Success: true } both) yield return clause.Finding("cadence-conflict", start + both.Index, both.Length);
                else if (NowAndThen().Match(sentence) is { Success: true } match && !Number().IsMatch(sentence)) yield return clause.Finding("interval-missing", start + match.Index, match.Length);
            }
        }
    }

    private static IEnumerable<LintFinding> Delegations(LintText text)
    {
        foreach (var clause in text.Clauses.Where(LintText.IsText))
            foreach (Match match in Elsewhere().Matches(clause.Body.Text))
                if (!DocumentWord().IsMatch(match.Groups["what"].Value)) yield return clause.Finding("delegation-open", match.Index, match.Length);
    }

    private static IEnumerable<LintFinding> Unreported(LintText text)
    {
        if (Reporting().IsMatch(text.Whole)) yield break;
        foreach (var clause in text.Duties)
            if (EmergencyPlan().Match(clause.Body.Text) is { Success: true } match) yield return clause.Finding("report-duty-missing", match.Index, match.Length);
    }
}

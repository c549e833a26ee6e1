using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Linting.Rules;

/// <summary>One thing bound with two strengths; duties and recommendations mixed in one paragraph.</summary>
internal static partial class Modalities
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const string Must = "義務";
    private const string Principle = "原則";
    private const string Should = "推奨";
    private const int LeastObject = 5;

    [GeneratedRegex("(?<object>(?:[一-龠々ァ-ヶーA-Za-z]+の)*[一-龠々ァ-ヶーA-Za-z]+)を(?<verb>[一-龠]{1,4})(?<rest>[^、。]{0,12}[、。])", Options)]
    private static partial Regex Object();
    [GeneratedRegex("ことが?原則と|原則とする|原則として", Options)]
    private static partial Regex AsPrinciple();
    [GeneratedRegex("推奨|望まし|求められ|重要で", Options)]
    private static partial Regex AsAdvice();
    [GeneratedRegex("なければならな|ものとし|ものとする|てはならな", Options)]
    private static partial Regex AsDuty();
    [GeneratedRegex("(?:が推奨され|が望まし|が求められ|が重要であ)る?い?。$", Options)]
    private static partial Regex AdviceEnd();
    [GeneratedRegex("(?:なければならない|てはならない|ものとする)。$", Options)]
    private static partial Regex DutyEnd();

    public static IEnumerable<LintFinding> Find(LintText text) => Conflicts(text).Concat(Mixed(text));

    private static IEnumerable<LintFinding> Conflicts(LintText text)
    {
        var objects = text.Duties.SelectMany(c => Object().Matches(c.Body.Text).Select(m => (Clause: c, Match: m, Strength: StrengthOf(m.Groups["rest"].Value))))
            .Where(o => o.Strength is not null && o.Match.Groups["object"].Length >= LeastObject)
            .GroupBy(o => o.Match.Groups["object"].Value + "を" + o.Match.Groups["verb"].Value, StringComparer.Ordinal);
        foreach (var same in objects)
        {
            foreach (var one in same)
            {
                var other = same.FirstOrDefault(o => o.Strength != one.Strength && o.Clause.Article != one.Clause.Article);
                if (other.Clause is not null) yield return one.Clause.Finding("modality-conflict", one.Match.Index, one.Match.Length, one.Match.Groups["object"].Value, one.Strength!, text.Name(other.Clause.Path), other.Strength!);
            }
        }
    }

    private static string? StrengthOf(string rest) => AsPrinciple().IsMatch(rest) ? Principle : AsAdvice().IsMatch(rest) ? Should : AsDuty().IsMatch(rest) ? Must : null;

    private static IEnumerable<LintFinding> Mixed(LintText text)
    {
        foreach (var clause in text.Duties)
        {
            var advice = clause.Sentences.Where(s => AdviceEnd().IsMatch(s.Text)).ToList();
            if (advice.Count == 0 || !clause.Sentences.Any(s => DutyEnd().IsMatch(s.Text))) continue;
            var end = AdviceEnd().Match(advice[0].Text);
            yield return clause.Finding("modality-mixed", advice[0].Start + end.Index, end.Length - 1);
        }
    }
}

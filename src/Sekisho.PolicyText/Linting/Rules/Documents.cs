using System.Text.RegularExpressions;
using Sekisho.PolicyText.Reading;

namespace Sekisho.PolicyText.Linting.Rules;

/// <summary>The set of documents: parts nobody is told to write, publication left open, days and repeals that are missing.</summary>
internal static partial class Documents
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const string Lower = "[一-龠々ァ-ヶー]{0,20}(?:対策基準|実施手順|実施要領|運用手順書)";

    [GeneratedRegex("(?:及び|並びに|、)(?:別に定める)?(?<name>" + Lower + ")をいう", Options)]
    private static partial Regex PartOf();
    [GeneratedRegex("(?<name>" + Lower + ")を(?:策定|作成|整備|定め)", Options)]
    private static partial Regex Making();
    [GeneratedRegex("(?<name>" + Lower + ")は、[^。]*(?:非公開|公開しない|公にしない)", Options)]
    private static partial Regex Closed();
    [GeneratedRegex("^[一-龠々ァ-ヶー]{1,6}?[市町村区県]", Options)]
    private static partial Regex Municipality();

    public static IEnumerable<LintFinding> Find(LintText text) => Mandates(text).Concat(Disclosure(text)).Concat(EffectiveDay(text)).Concat(Repeal(text));

    private static IEnumerable<LintFinding> Mandates(LintText text)
    {
        foreach (var clause in text.Clauses.Where(text.IsDefinition))
        {
            if (PartOf().Match(clause.Body.Text) is not { Success: true } match) continue;
            var name = match.Groups["name"];
            var bare = Municipality().Replace(name.Value, "");
            var made = text.Duties.Any(c => c.Sentences.Any(s => s.Text.Contains(bare, StringComparison.Ordinal) && Regex.IsMatch(s.Text, Regex.Escape(bare) + "(?:及び[^、。]{1,20})?を(?:策定|作成|整備|定め|制定)", Options)));
            if (!made) yield return clause.Finding("mandate-missing", name.Index, name.Length);
        }
    }

    private static IEnumerable<LintFinding> Disclosure(LintText text)
    {
        var closed = text.Duties.SelectMany(c => Closed().Matches(c.Body.Text)).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        if (closed.Count == 0) yield break;
        foreach (var clause in text.Duties)
            foreach (Match match in Making().Matches(clause.Body.Text))
                if (match.Groups["name"] is var name && !closed.Contains(name.Value)) yield return clause.Finding("disclosure-missing", name.Index, name.Length, name.Value, closed.First());
    }

    private static IEnumerable<LintFinding> EffectiveDay(LintText text)
    {
        var events = PrintedHistory.Read(text.Policy);
        if (events.Any(e => e.Event == "effective") || text.Clauses.Any(c => c.Body.Text.Contains("から施行", StringComparison.Ordinal)) || text.Clauses.Count == 0) yield break;
        var last = events.LastOrDefault(e => e.Date.Length > 0 && e.Event != "supersedes");
        var place = last is not null ? text.Of(last.Path) : text.Clauses.FirstOrDefault(c => c.Level == ClauseLevel.Title) ?? text.Clauses[0];
        yield return place.Finding("effective-date-missing", 0, place.Body.Text.Length);
    }

    private static IEnumerable<LintFinding> Repeal(LintText text)
    {
        if (text.Clauses.Any(c => c.Path.Segments[0].Kind == Kernel.Clauses.ClauseSegmentKind.Suppl && c.Body.Text.Contains("廃止", StringComparison.Ordinal))) yield break;
        foreach (var clause in text.Clauses.Where(c => c.Level == ClauseLevel.Amending))
            if (clause.Body.Text.IndexOf("全部を改正", StringComparison.Ordinal) is >= 0 and var at) yield return clause.Finding("supersession-open", at, 8);
    }
}

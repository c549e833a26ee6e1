using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Linting.Rules;

/// <summary>The bodies that enact together against the bodies that are bound.</summary>
internal static partial class Bodies
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex("^(?<list>[^。]*?)は、[^。]*(?:共同で定め|共同して定め|連名で定め)", Options)]
    private static partial Regex Enacting();
    [GeneratedRegex("適用(?:され|す)る[^、。]*機関[^、。]*は、(?<list>[^。]*)とする", Options)]
    private static partial Regex Bound();
    [GeneratedRegex(@"\([^()]*\)", Options)]
    private static partial Regex InBrackets();
    [GeneratedRegex("、|及び|並びに", Options)]
    private static partial Regex Between();

    public static IEnumerable<LintFinding> Find(LintText text)
    {
        var clauses = text.Clauses.Where(LintText.IsText).ToList();
        var enacting = clauses.Select(c => (Clause: c, Match: Enacting().Match(Plain(c)))).FirstOrDefault(c => c.Match.Success);
        var bound = clauses.Select(c => (Clause: c, Match: Bound().Match(Plain(c)))).FirstOrDefault(c => c.Match.Success);
        if (enacting.Clause is null || bound.Clause is null) yield break;
        var (one, other) = (Names(enacting.Match), Names(bound.Match));
        if (one.SetEquals(other)) yield break;
        yield return Told(enacting.Clause, enacting.Match, one.Except(other));
        yield return Told(bound.Clause, bound.Match, other.Except(one));
    }

    private static LintFinding Told(LintClause clause, Match match, IEnumerable<string> only) =>
        clause.Finding("bodies-differ", Math.Max(0, clause.Body.Text.IndexOf(match.Groups["list"].Value[..3], StringComparison.Ordinal)), match.Groups["list"].Length, only.DefaultIfEmpty("なし").Aggregate((a, b) => a + "、" + b));

    private static string Plain(LintClause clause) => InBrackets().Replace(clause.Body.Text, "");

    /// <summary>Names without the municipality they all begin with; the mayor is the mayor's part of the administration.</summary>
    private static HashSet<string> Names(Match match)
    {
        var names = Between().Split(match.Groups["list"].Value).Where(n => n.Length > 0).ToList();
        var city = names.Count > 1 ? Common(names) : "";
        if (city.Length > 0 && city[^1] is not ('市' or '町' or '村' or '区' or '県')) city = "";
        return names.Select(n => n[city.Length..]).Select(n => n is "長" or "市長" or "町長" or "村長" or "市長部局" or "町長部局" or "村長部局" ? "長の部局" : n).ToHashSet(StringComparer.Ordinal);
    }

    private static string Common(List<string> names)
    {
        var length = 0;
        while (names.TrueForAll(n => n.Length > length && n[length] == names[0][length])) length++;
        return names[0][..length];
    }
}

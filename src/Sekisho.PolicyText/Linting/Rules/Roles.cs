using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Linting.Rules;

/// <summary>Who: names the roles' article does not have, no roles at all, one post with two roles.</summary>
internal static partial class Roles
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex("(?<name>" + RoleWords.Name + ")(?<after>[はがやへ、]|及び|又は|並びに|と連携|以外の者|の(?:承認|許可|指示|同意|了承)|に(?:報告|届け|通報|依頼))", Options)]
    private static partial Regex Acting();
    [GeneratedRegex("(?<name>[A-Z]{3,6})(?<after>[はがへ]|の(?:承認|許可|指示|同意|了承)|に(?:報告|届け|通報|依頼))", Options)]
    private static partial Regex ActingShort();
    [GeneratedRegex("適用(?:する|され)|対象とする", Options)]
    private static partial Regex Applying();
    [GeneratedRegex("体制(?:を|の)(?:確立|整備|構築|整え)", Options)]
    private static partial Regex Arrangement();
    [GeneratedRegex(RoleWords.Name + "は、", Options)]
    private static partial Regex RoleTopic();
    [GeneratedRegex(@"\([^()]*\)", Options)]
    private static partial Regex InBrackets();
    [GeneratedRegex("(?<post>[^、。はて]{2,40})を(?:、|もって充て)", Options)]
    private static partial Regex Post();
    [GeneratedRegex("^(?<name>[^は、。]{2,30})は、", Options)]
    private static partial Regex Topic();

    public static IEnumerable<LintFinding> Find(LintText text) => Undefined(text).Concat(Absent(text)).Concat(Shared(text));

    private static IEnumerable<LintFinding> Undefined(LintText text)
    {
        if (text.Roles.Names.Count == 0) yield break;
        var shorts = LintWords.RoleAbbreviations.ToHashSet(StringComparer.Ordinal);
        foreach (var clause in text.Duties.Where(c => !text.Roles.Clauses.Contains(c) && !Applying().IsMatch(c.Body.Text)))
        {
            var found = Acting().Matches(clause.Body.Text).Concat(ActingShort().Matches(clause.Body.Text).Where(m => shorts.Contains(m.Groups["name"].Value)));
            foreach (var match in found.Select(m => m.Groups["name"]).Where(g => !IsKnown(g.Value, text.Roles.Names)).DistinctBy(g => g.Value))
                yield return clause.Finding("role-undefined", match.Index, match.Length);
        }
    }

    /// <summary>A known name may stand at the end of what was read ("前条の甲").</summary>
    private static bool IsKnown(string name, IReadOnlySet<string> known) => known.Any(k => name == k || name.EndsWith("の" + k, StringComparison.Ordinal) || name.EndsWith("・" + k, StringComparison.Ordinal) || k.EndsWith("・" + name, StringComparison.Ordinal));

    private static IEnumerable<LintFinding> Absent(LintText text)
    {
        if (text.Roles.Names.Count > 0 || text.Duties.Any(c => RoleTopic().IsMatch(c.Body.Text))) yield break;
        foreach (var clause in text.Duties)
            if (Arrangement().Match(clause.Body.Text) is { Success: true } match) yield return clause.Finding("role-absent", match.Index, match.Length);
    }

    private static IEnumerable<LintFinding> Shared(LintText text)
    {
        var posts = new List<(string Post, string Role, LintClause Clause)>();
        foreach (var clause in text.Roles.Clauses)
        {
            foreach (var (_, sentence) in clause.Sentences.Where(s => s.Text.Contains("もって充て", StringComparison.Ordinal)))
            {
                var role = clause.Caption.Text.Length > 0 ? clause.Caption.Text : Topic().Match(sentence).Groups["name"].Value;
                if (role.Length == 0) continue;
                posts.AddRange(Post().Matches(InBrackets().Replace(sentence, "")).Select(m => (m.Groups["post"].Value, role, clause)));
            }
        }
        foreach (var post in posts.Where(p => !p.Post.Contains("指名", StringComparison.Ordinal) && !p.Post.Contains("職員", StringComparison.Ordinal)).GroupBy(p => p.Post, StringComparer.Ordinal))
        {
            var roles = post.Select(p => p.Role).Distinct(StringComparer.Ordinal).ToList();
            var first = post.First().Clause;
            if (roles.Count > 1) yield return first.Finding("post-shared", first.Body.Text.IndexOf(post.Key, StringComparison.Ordinal), post.Key.Length, post.Key, string.Join("、", roles));
        }
    }
}

using Sekisho.PolicyText.Linting.Rules;

namespace Sekisho.PolicyText.Linting;

/// <summary>
/// Finds the faults of a policy in its own text: the general rules of content/lint/rules.tsv, computed every time, without knowing whose text it is.
/// A clause is told of one fault only once.
/// </summary>
public static class PolicyLint
{
    private static readonly Func<LintText, IEnumerable<LintFinding>>[] Rules =
    [
        Roles.Find, Subjects.Find, Modalities.Find, Duplicates.Find, Cadences.Find, Names.Find, Words.Find, Terms.Find, Documents.Find, Dates.Find, Bodies.Find, References.Find, Labels.Find, Pages.Find,
    ];

    /// <summary>In printed order, the heavier first at one place.</summary>
    /// <exception cref="ArgumentException">The text is longer than <see cref="PolicyParser.LongestText"/>.</exception>
    public static IReadOnlyList<LintFinding> Check(string text)
    {
        var lint = new LintText(text);
        var order = lint.Clauses.ToDictionary(c => c.Path, c => c.Order);
        var ranks = LintRules.All.Select((r, i) => (r.Id, Rank: i + (r.Severity == "error" ? 0 : r.Severity == "warning" ? 100 : 200))).ToDictionary(r => r.Id, r => r.Rank, StringComparer.Ordinal);
        return [.. Rules.SelectMany(rule => rule(lint)).DistinctBy(f => (f.Rule, f.Path, string.Join('\t', f.Arguments))).OrderBy(f => order[f.Path]).ThenBy(f => ranks[f.Rule])];
    }
}

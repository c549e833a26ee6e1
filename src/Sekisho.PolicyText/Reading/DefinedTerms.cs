using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Reading;

/// <summary>The words of the article on definitions: headings of its items, or 「…」とは in its paragraphs.</summary>
public static partial class DefinedTerms
{
    [GeneratedRegex("「(?<term>[^」]{1,40})」とは", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    public static IReadOnlyList<DefinedTerm> Read(ParsedPolicy policy) =>
        [.. policy.All.Where(c => c.Level == ClauseLevel.Article && IsDefinitions(c.Caption)).SelectMany(a => a.SelfAndBelow().Skip(1)).SelectMany(Terms)];

    /// <summary>True for the heading of an article that defines words.</summary>
    internal static bool IsDefinitions(string caption) =>
        caption.Contains("定義", StringComparison.Ordinal) || caption.Contains("用語", StringComparison.Ordinal);

    private static IEnumerable<DefinedTerm> Terms(Clause clause) => clause.Level == ClauseLevel.Item && clause.Caption.Length > 0
        ? [new DefinedTerm(clause.Caption, clause.Path)]
        : Quoted().Matches(clause.Text).Select(m => new DefinedTerm(m.Groups["term"].Value, clause.Path));
}

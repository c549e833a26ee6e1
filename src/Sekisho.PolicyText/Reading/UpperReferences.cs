using System.Text.RegularExpressions;
using Sekisho.Kernel.Clauses;
using Sekisho.PolicyText.Parsing;

namespace Sekisho.PolicyText.Reading;

/// <summary>
/// Places where a lower document names the document above it: by one of its names, with or without an article behind. An article that the upper document does not have is unresolved.
/// </summary>
public static partial class UpperReferences
{
    private const string N = Numerals.Pattern;

    [GeneratedRegex(@"\G[」』]?\s*(?:の)?\s*第\s*(?<a>" + N + @")\s*条?(?:の(?<b>" + N + @"))?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Behind();

    /// <param name="names">What the upper document is called, longest first: its title and the words the city uses for it.</param>
    /// <param name="upper">Articles of the upper document.</param>
    public static IReadOnlyList<ClauseReference> Read(ParsedPolicy policy, IReadOnlyList<string> names, IReadOnlySet<ClauseRef> upper) =>
        [.. policy.All.SelectMany(c => Find(c, names, upper)).DistinctBy(r => (r.From, r.To))];

    private static IEnumerable<ClauseReference> Find(Clause clause, IReadOnlyList<string> names, IReadOnlySet<ClauseRef> upper)
    {
        foreach (var name in names.Where(n => n.Length > 1))
        {
            for (var at = clause.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = clause.Text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                var match = Behind().Match(clause.Text, at + name.Length);
                var to = match.Success ? Article(match) : null;
                yield return new ClauseReference(clause.Path, to ?? default, clause.Text.Substring(at, name.Length + (to is null ? 0 : match.Length)), to is not { } path || upper.Contains(path));
            }
        }
    }

    private static ClauseRef? Article(Match match) => Numerals.Read(match.Groups["a"].Value) is not { } number ? null
        : match.Groups["b"].Success && Numerals.Read(match.Groups["b"].Value) is { } branch ? ClauseRef.Of(ClauseSegment.Of(ClauseSegmentKind.Art, number, branch))
        : ClauseRef.Of(ClauseSegment.Of(ClauseSegmentKind.Art, number));
}

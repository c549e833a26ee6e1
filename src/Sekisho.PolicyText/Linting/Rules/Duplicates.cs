using System.Text.RegularExpressions;
using Sekisho.PolicyText.Reading;

namespace Sekisho.PolicyText.Linting.Rules;

/// <summary>
/// The same duty in two places: nearly all content words of one, in their order, stand in the other. Told at the place that holds the other's words.
/// </summary>
internal static partial class Duplicates
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const int LeastWords = 5;
    private const int LeastCharacters = 15;
    private const double NearlyAll = 0.8;
    /// <summary>Pairs of characters both have; below this the words need not be compared.</summary>
    private const double WorthALook = 0.4;
    private const int MostNamed = 3;

    [GeneratedRegex("[一-龠々]+|[ァ-ヶー]+(?:[一-龠々]+)?|[A-Za-z0-9]+(?:[一-龠々]+)?", Options)]
    private static partial Regex Word();
    [GeneratedRegex("ものとし、|するとともに、", Options)]
    private static partial Regex Halves();
    [GeneratedRegex("又は|及び|並びに|若しくは", Options)]
    private static partial Regex Between();
    private sealed record Part(LintClause Clause, string Text, string Bearer, string[] Words, int Weight);
    private sealed record Whole(LintClause Clause, string[] Words, int Weight, IReadOnlySet<string> Pairs, IReadOnlySet<string> Bearers);

    public static IEnumerable<LintFinding> Find(LintText text)
    {
        var wholes = text.Duties.Where(c => c.Sentences.Count > 0 && !text.Roles.Clauses.Contains(c)).Select(Read).ToList();
        var parts = wholes.SelectMany(w => Parts(w.Clause)).Where(p => p.Words.Length >= LeastWords && p.Weight >= LeastCharacters).ToList();
        foreach (var whole in wholes)
        {
            var same = parts.Where(p => IsIn(p, whole)).Select(p => text.Name(p.Clause.Path)).Distinct(StringComparer.Ordinal).ToList();
            if (same.Count > 0) yield return whole.Clause.Finding("duty-duplicate", 0, Math.Min(30, whole.Clause.Body.Text.Length), string.Join("、", same.Take(MostNamed)) + (same.Count > MostNamed ? "など" : ""));
        }
    }

    /// <summary>A list's item against another item says little; and one duty of two persons is two duties.</summary>
    private static bool IsIn(Part part, Whole whole) =>
        part.Clause.Article != whole.Clause.Article && part.Weight <= whole.Weight && (part.Text.EndsWith('。') || whole.Clause.Body.Text.EndsWith('。'))
        && (part.Bearer.Length == 0 || whole.Bearers.Count == 0 || whole.Bearers.Contains(part.Bearer))
        && Pairs(part.Text).Count(whole.Pairs.Contains) >= part.Text.Length * WorthALook && Common(part.Words, whole.Words) >= NearlyAll * part.Weight;

    private static Whole Read(LintClause clause)
    {
        var words = Words(clause.Body.Text);
        return new Whole(clause, words, words.Sum(w => w.Length), Pairs(clause.Body.Text).ToHashSet(StringComparer.Ordinal),
            clause.Sentences.Select(s => BearerReader.Read(s.Text)).Where(b => b.Length > 0).ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Pairs(string text) => Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => text.Substring(i, 2));

    private static IEnumerable<Part> Parts(LintClause clause)
    {
        foreach (var (_, sentence) in clause.Sentences)
        {
            foreach (var half in Halves().Split(sentence))
            {
                var words = Words(half);
                yield return new Part(clause, half, BearerReader.Read(half), words, words.Sum(w => w.Length));
            }
        }
    }

    private static string[] Words(string text) => [.. Word().Matches(Between().Replace(text, "、")).Select(m => m.Value)];

    /// <summary>Characters of the longest common sequence of words; a word may stand inside a longer one.</summary>
    private static int Common(string[] part, string[] whole)
    {
        var row = new int[whole.Length + 1];
        foreach (var word in part)
        {
            var above = 0;
            for (var i = 0; i < whole.Length; i++)
            {
                var here = row[i + 1];
                row[i + 1] = Same(word, whole[i]) ? Math.Max(above + Math.Min(word.Length, whole[i].Length), Math.Max(row[i], here)) : Math.Max(row[i], here);
                above = here;
            }
        }
        return row[^1];
    }

    private static bool Same(string one, string other) => one.Length >= 2 && other.Length >= 2 ? one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal) : one == other;
}

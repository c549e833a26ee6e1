using System.Text.RegularExpressions;

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

    [GeneratedRegex("[一-龠々]+|[ァ-ヶー]+(?:[一-龠々]+)?|[A-Za-z0-9]+(?:[一-龠々]+)?", Options)]
    private static partial Regex Word();
    [GeneratedRegex("ものとし、|するとともに、", Options)]
    private static partial Regex Halves();
    [GeneratedRegex("又は|及び|並びに|若しくは", Options)]
    private static partial Regex Between();
    private sealed record Part(LintClause Clause, int Start, int Length, string[] Words, int Weight);

    public static IEnumerable<LintFinding> Find(LintText text)
    {
        var clauses = text.Duties.Where(c => c.Sentences.Count > 0 && !text.Roles.Clauses.Contains(c)).Select(c => (Clause: c, Words: Words(c.Body.Text))).ToList();
        foreach (var part in clauses.SelectMany(c => Parts(c.Clause)).Where(p => p.Words.Length >= LeastWords && p.Weight >= LeastCharacters))
        {
            foreach (var (clause, words) in clauses.Where(c => c.Clause.Article != part.Clause.Article && c.Words.Sum(w => w.Length) >= part.Weight))
            {
                if (Common(part.Words, words) < NearlyAll * part.Weight) continue;
                yield return clause.Finding("duty-duplicate", 0, Math.Min(30, clause.Body.Text.Length), text.Name(part.Clause.Path));
            }
        }
    }

    private static IEnumerable<Part> Parts(LintClause clause)
    {
        foreach (var (start, sentence) in clause.Sentences)
        {
            var at = 0;
            foreach (var half in Halves().Split(sentence))
            {
                var words = Words(half);
                yield return new Part(clause, start + sentence.IndexOf(half, at, StringComparison.Ordinal), half.Length, words, words.Sum(w => w.Length));
                at += half.Length;
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

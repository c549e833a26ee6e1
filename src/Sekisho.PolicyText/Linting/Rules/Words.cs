using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Linting.Rules;

/// <summary>Two words for one thing, and spellings other than the usual.</summary>
internal static partial class Words
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const int LeastCompound = 5;
    private const string Other = "副次前後新旧非不未再小中大上下内外準正";

    [GeneratedRegex("[一-龠々]{5,12}", Options)]
    private static partial Regex Compound();

    public static IEnumerable<LintFinding> Find(LintText text)
    {
        foreach (var (word, other) in LintWords.Synonyms.Concat(NearlyEqual(text)).Distinct())
        {
            if (IsEquated(text.Whole, word, other) || !text.Whole.Contains(word, StringComparison.Ordinal)) continue;
            foreach (var (clause, at) in Places(text, other, word).DistinctBy(p => p.Clause.Path)) yield return Told(clause, "synonym-mixed", at, other, word);
        }
        foreach (var (word, other) in LintWords.Spellings)
            foreach (var (clause, at) in Places(text, other, word).DistinctBy(p => p.Clause.Path)) yield return Told(clause, "spelling-variant", at, other, word);
    }

    /// <summary>"甲（乙）": the text says itself that they are one.</summary>
    private static bool IsEquated(string whole, string word, string other) =>
        whole.Contains(word + "(" + other, StringComparison.Ordinal) || whole.Contains(other + "(" + word, StringComparison.Ordinal);

    /// <summary>A place in the heading counts too; a word inside a longer compound of the other does not.</summary>
    private static IEnumerable<(LintClause Clause, int At)> Places(LintText text, string word, string other)
    {
        foreach (var clause in text.Clauses.Where(LintText.IsText))
        {
            if (At(clause.Body.Text, word, other) is { } inBody) yield return (clause, inBody);
            else if (At(clause.Caption.Text, word, other) is not null) yield return (clause, -1);
        }
    }

    private static int? At(string body, string word, string other)
    {
        for (var at = body.IndexOf(word, StringComparison.Ordinal); at >= 0; at = body.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var inOther = other.Contains(word, StringComparison.Ordinal) && body.AsSpan(Math.Max(0, at - other.Length), Math.Min(body.Length, at + word.Length + other.Length) - Math.Max(0, at - other.Length)).Contains(other, StringComparison.Ordinal);
            var headOfLonger = at + word.Length < body.Length && body[at + word.Length] == '系' && !word.EndsWith('系');
            if (!inOther && !headOfLonger) return at;
        }
        return null;
    }

    /// <summary>Long compounds one of which has one character more inside; a character that makes another thing of it (次長, 再委託) does not count.</summary>
    private static IEnumerable<(string Word, string Other)> NearlyEqual(LintText text)
    {
        var words = text.Clauses.Where(LintText.IsText).SelectMany(c => Compound().Matches(c.Body.Text)).Select(m => m.Value).Distinct(StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        foreach (var longer in words.Where(w => w.Length > LeastCompound && !w.EndsWith('長')))
            for (var i = 1; i < longer.Length - 1; i++)
                if (!Other.Contains(longer[i], StringComparison.Ordinal) && words.Contains(longer.Remove(i, 1))) yield return (longer.Remove(i, 1), longer);
    }

    private static LintFinding Told(LintClause clause, string rule, int at, string found, string usual) =>
        at < 0 ? clause.Finding(rule, 0, 0, found, usual) : clause.Finding(rule, at, found.Length, found, usual);
}

namespace Sekisho.PolicyText.Parsing;

/// <summary>
/// Does the document itself write these two line ends together elsewhere? A line broken inside a word or a phrase is told from a heading
/// and its text by that, without any dictionary.
/// </summary>
internal sealed class Cohesion
{
    private const int Frequent = 3;
    private const double Bound = 0.25;
    private readonly HashSet<string> fours = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> pairs = new(StringComparer.Ordinal);
    private readonly Dictionary<char, int> singles = [];
    private readonly string whole;

    public Cohesion(IReadOnlyList<SourceLine> lines)
    {
        whole = string.Join('\n', lines.Select(l => l.Compact));
        foreach (var line in lines)
        {
            var text = line.Text;
            for (var i = 0; i < text.Length; i++)
            {
                singles[text[i]] = singles.GetValueOrDefault(text[i]) + 1;
                if (i + 2 <= text.Length) pairs[text.Substring(i, 2)] = pairs.GetValueOrDefault(text.Substring(i, 2)) + 1;
                if (i + 4 <= text.Length) fours.Add(text.Substring(i, 4));
            }
        }
    }

    /// <summary>True when the end of the first and the start of the second belong to one word or phrase.</summary>
    public bool Binds(string before, string after)
    {
        if (before.Length == 0 || after.Length == 0) return false;
        if (before.Length > 1 && after.Length > 1 && fours.Contains(before[^2..] + after[..2])) return true;
        return IsFrequentPair(before[^1], after[0]);
    }

    /// <summary>How often the words stand in the document.</summary>
    public int Occurrences(string words)
    {
        var count = 0;
        for (var at = whole.IndexOf(words, StringComparison.Ordinal); at >= 0; at = whole.IndexOf(words, at + words.Length, StringComparison.Ordinal)) count++;
        return count;
    }

    private bool IsFrequentPair(char left, char right)
    {
        if (!pairs.TryGetValue(string.Concat(left, right), out var together) || together < Frequent) return false;
        return together >= Bound * singles[left] || together >= Bound * singles[right];
    }
}

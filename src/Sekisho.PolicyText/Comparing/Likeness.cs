namespace Sekisho.PolicyText.Comparing;

/// <summary>Character pairs of a clause's words, without white space and widths. References by number are taken out: renumbering alone is no other wording.</summary>
internal sealed class Likeness
{
    private readonly Dictionary<int, int> pairs = [];
    private readonly int size;

    public Likeness(string text)
    {
        Text = Fold(text);
        for (var i = 0; i + 1 < Text.Length; i++)
        {
            var pair = (Text[i] << 16) | Text[i + 1];
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
            size++;
        }
    }

    /// <summary>The words as compared.</summary>
    public string Text { get; }

    /// <summary>Dice's coefficient of the pairs, 0 to 1.</summary>
    public double With(Likeness other) => size + other.size == 0 ? 0 : 2.0 * Common(other) / (size + other.size);

    /// <summary>The share of these words that the other has too, 0 to 1.</summary>
    public double Within(Likeness other) => size == 0 ? 0 : (double)Common(other) / size;

    private int Common(Likeness other)
    {
        var (small, large) = pairs.Count <= other.pairs.Count ? (pairs, other.pairs) : (other.pairs, pairs);
        var common = 0;
        foreach (var (pair, count) in small) common += Math.Min(count, large.GetValueOrDefault(pair));
        return common;
    }

    private static string Fold(string text)
    {
        var narrow = Characters.WithoutSpace(Characters.Narrow(text));
        return string.Concat(narrow.Where(c => !Characters.IsDigit(c)));
    }
}

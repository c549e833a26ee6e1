namespace Sekisho.Conformity.Suggesting;

/// <summary>A text as weighted pairs and triples of characters, of length 1. Widths and white space are folded away.</summary>
internal sealed class GramVector
{
    private readonly Dictionary<ulong, double> weights;
    public GramVector(Dictionary<ulong, double> weights) => this.weights = weights;

    public double Cosine(GramVector other)
    {
        var (small, large) = weights.Count <= other.weights.Count ? (weights, other.weights) : (other.weights, weights);
        var sum = 0.0;
        foreach (var (gram, weight) in small)
            if (large.TryGetValue(gram, out var there)) sum += weight * there;
        return sum;
    }

    /// <summary>Which share of this text's weight the other holds too, 0 to 1.</summary>
    public double CoveredBy(GramVector other)
    {
        var sum = 0.0;
        foreach (var (gram, weight) in weights)
            if (other.weights.ContainsKey(gram)) sum += weight * weight;
        return sum;
    }

    /// <summary>How often each pair and triple stands in the text.</summary>
    public static Dictionary<ulong, int> Count(string text)
    {
        var folded = Fold(text);
        var counts = new Dictionary<ulong, int>();
        for (var i = 0; i + 2 <= folded.Length; i++)
        {
            var pair = ((ulong)folded[i] << 16) | folded[i + 1];
            counts[pair] = counts.GetValueOrDefault(pair) + 1;
            if (i + 3 > folded.Length) continue;
            var triple = (pair << 16) | folded[i + 2];
            counts[triple] = counts.GetValueOrDefault(triple) + 1;
        }
        return counts;
    }

    /// <summary>For comparing only.</summary>
    public static string Fold(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c));
}

namespace Sekisho.Conformity.Suggesting;

/// <summary>Counts the evidence for each control.</summary>
internal sealed class SuggestionTally(SuggestionWeights weights)
{
    /// <summary>Below this no likeness is worth showing.</summary>
    private const double Least = 0.08;
    private const double PhrasePower = 2;

    /// <param name="ControlId">The control.</param>
    /// <param name="Share">Of all evidence.</param>
    /// <param name="Nearest">The known sentence that speaks most for it; null when only the catalogue does.</param>
    /// <param name="Likeness">Of that sentence, 0 to 1.</param>
    public sealed record Ranked(string ControlId, double Share, KnownSentence? Nearest, double Likeness);

    private readonly Dictionary<string, (double Sum, KnownSentence? Nearest, double Likeness)> sums = new(StringComparer.Ordinal);
    private double strongest;

    public void Add(SentenceEvidence evidence)
    {
        foreach (var (like, value) in evidence.Sentences.Select(l => (Like: l, Value: Value(l))).OrderByDescending(l => l.Value).Take(weights.Neighbours)) Add(like, Math.Pow(value, weights.Power));
        if (weights.Phrase > 0)
            foreach (var like in evidence.Phrases.OrderByDescending(l => l.Words).Take(weights.Neighbours)) Add(like, weights.Phrase * Math.Pow(like.Words, PhrasePower));
        foreach (var wording in evidence.Catalogue)
        {
            var value = (wording.Words * (1 - weights.CatalogueArticle)) + (wording.Article * weights.CatalogueArticle);
            Add(wording.ControlId, weights.Catalogue * Math.Pow(value, weights.CataloguePower), null, value);
        }
    }

    /// <summary>Empty when even the strongest likeness is too weak.</summary>
    public IEnumerable<Ranked> Best(int top)
    {
        if (strongest < Least) return [];
        var all = sums.Values.Sum(s => s.Sum);
        return sums.OrderByDescending(s => s.Value.Sum).ThenBy(s => s.Key, StringComparer.Ordinal).Take(top).Select(s => new Ranked(s.Key, s.Value.Sum / all, s.Value.Nearest, s.Value.Likeness));
    }

    private double Value(SentenceEvidence.Likeness like)
    {
        var words = ((1 - weights.Cover) * like.Words) + (weights.Cover * like.Cover);
        return ((1 - weights.Article) * words) + (weights.Article * like.Article) + (like.SamePart ? weights.Part : 0);
    }

    /// <summary>The likeness shown is that of the words; heading and part only weigh.</summary>
    private void Add(SentenceEvidence.Likeness like, double amount)
    {
        for (var i = 0; i < like.Known.Controls.Count; i++) Add(like.Known.Controls[i], amount / (1 + (weights.Later * i)), like.Known, Math.Min(1, like.Words));
    }

    private void Add(string control, double amount, KnownSentence? nearest, double likeness)
    {
        strongest = Math.Max(strongest, likeness);
        var before = sums.GetValueOrDefault(control);
        var keep = nearest is null || (before.Nearest is not null && before.Likeness >= likeness);
        sums[control] = (before.Sum + amount, keep ? before.Nearest : nearest, keep ? before.Likeness : likeness);
    }
}

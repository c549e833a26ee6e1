using Sekisho.Conformity.Suggesting;

namespace Sekisho.Bench.Suggest;

/// <summary>Finds weights by leaving one known city out after the other; the city that is asked about takes no part.</summary>
internal static class SuggestTuning
{
    private static readonly double[] Covers = [0, 0.2, 0.4], Articles = [0.1, 0.2, 0.3], Parts = [0.05, 0.1, 0.2], Powers = [2, 3, 4], Catalogues = [0.3, 0.6, 1, 1.5], CataloguePowers = [1, 1.5];

    /// <summary>Where other cities' texts are known the packs' words add little; without them they are the main source.</summary>
    private static IEnumerable<SuggestionWeights> Candidates(bool texts) =>
        from cover in texts ? Covers : [0] from article in texts ? Articles : [0.1] from part in texts ? Parts : [0.05, 0.2] from power in Powers
        from catalogue in Catalogues from cataloguePower in CataloguePowers from phrase in texts ? [0.2] : new[] { 0.2, 0.5, 1, 2, 4 }
        select new SuggestionWeights(cover, article, part, 12, power, 0, phrase, catalogue, 0.2, cataloguePower);

    /// <summary>The best mean over the known cities; of equals the first.</summary>
    public static SuggestionWeights Tune(SuggestData data, IReadOnlyCollection<string> without, bool texts)
    {
        var inner = data.Cities.Where(c => !without.Contains(c.Code)).Select(c => Evidence(data.Model([.. without, c.Code], texts), c)).ToList();
        return Candidates(texts).AsParallel().AsOrdered().Select(w => (Weights: w, Mean: inner.Average(c => Rate(c, w, 1)))).ToList().MaxBy(w => w.Mean).Weights;
    }

    public static IReadOnlyList<(TruthSentence Sentence, SentenceEvidence Evidence)> Evidence(SuggestionModel model, CityText city) =>
        [.. city.Sentences.AsParallel().AsOrdered().Select(s => (s, model.Evidence(s.Place)))];

    /// <summary>Share of sentences with a right control among the first, 0 to 1.</summary>
    public static double Rate(IReadOnlyList<(TruthSentence Sentence, SentenceEvidence Evidence)> city, SuggestionWeights weights, int top) =>
        city.Count == 0 ? 0 : (double)city.Count(s => SuggestionModel.Rank(s.Evidence, top, weights).Any(c => s.Sentence.Controls.Contains(c, StringComparer.Ordinal))) / city.Count;
}

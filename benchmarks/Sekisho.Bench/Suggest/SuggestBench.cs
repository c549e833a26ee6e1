using System.Globalization;
using Sekisho.Bench.Support;
using Sekisho.Conformity.Suggesting;

namespace Sekisho.Bench.Suggest;

/// <summary>
/// Leave-one-city-out over the five texts: the city asked about, its text and its pack are unknown, and the weights are tuned without it.
/// A hit is a control among those of the rows people gave the sentence. Beside it the nearest known sentence by character trigrams.
/// </summary>
internal static class SuggestBench
{
    private const double Like = 0.8;
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static int Run()
    {
        if (!Directory.Exists(SuggestData.Shared))
        {
            Console.Error.WriteLine("The five texts are not here: " + SuggestData.Shared);
            return 2;
        }
        var machine = Machine.Describe();
        var data = SuggestData.Read();
        var rows = data.Cities.Select(c => Measure(data, c)).ToList();
        var lowest = rows.OrderBy(r => r.Baseline).Take(3).ToList();
        var lines = rows.Select(r => r.Text(Bar(r, lowest.Contains(r)))).ToList();
        lines.Add("weights tuned over all five: " + SuggestTuning.Tune(data, [], texts: true));
        lines.Add("the same with only what the repository holds (in use): " + SuggestTuning.Tune(data, [], texts: false));
        lines.Add(Reading(data));
        Results.Append("suggest", TimeProvider.System.GetUtcNow(), machine, lines);
        return rows.All(r => r.Top1 >= Bar(r, lowest.Contains(r))) ? 0 : 1;
    }

    /// <summary>A quarter of the way from the nearest sentence to 100 %; 10 points on the three lowest cities.</summary>
    private static double Bar(CityResult row, bool isLow) => Math.Max(row.Baseline + ((1 - row.Baseline) / 4), isLow ? row.Baseline + 0.1 : 0);

    private static CityResult Measure(SuggestData data, CityText city)
    {
        var known = data.Cities.Where(c => c != city).SelectMany(c => c.Sentences).Select(s => (Sentence: s, Grams: Trigrams(s.Place.Text))).ToList();
        var nearest = city.Sentences.Select(s => (Sentence: s, Grams: Trigrams(s.Place.Text))).Select(s => known.Select(k => (k.Sentence, Likeness: Jaccard(s.Grams, k.Grams))).MaxBy(k => k.Likeness)).ToList();
        var withTexts = SuggestTuning.Evidence(data.Model([city.Code], texts: true), city);
        var withPacks = SuggestTuning.Evidence(data.Model([city.Code], texts: false), city);
        var weights = SuggestTuning.Tune(data, [city.Code], texts: true);
        var packWeights = SuggestTuning.Tune(data, [city.Code], texts: false);
        var far = withTexts.Where((_, i) => nearest[i].Likeness < Like).ToList();
        return new CityResult(city.Code, city.Sentences.Count, Share(city, (s, i) => s.Controls.Contains(nearest[i].Sentence.Controls[0])),
            SuggestTuning.Rate(withTexts, weights, 1), SuggestTuning.Rate(withTexts, weights, 3), withTexts.Count(e => SuggestionModel.Rank(e.Evidence, 1, weights).Count > 0) / (double)withTexts.Count,
            far.Count, Share(city, (s, i) => nearest[i].Likeness >= Like || s.Controls.Contains(nearest[i].Sentence.Controls[0])), SuggestTuning.Rate(far, weights, 1), SuggestTuning.Rate(far, weights, 3),
            SuggestTuning.Rate(withPacks, packWeights, 1), SuggestTuning.Rate(withPacks, packWeights, 3),
            SuggestTuning.Rate(SuggestTuning.Evidence(data.Model([city.Code], texts: true, shipped: false), city), weights, 1));
    }

    private static double Share(CityText city, Func<TruthSentence, int, bool> hit) => city.Sentences.Where(hit).Count() / (double)city.Sentences.Count;

    private static string Reading(SuggestData data)
    {
        var all = data.Cities.SelectMany(c => c.Sentences).ToList();
        var roles = new RoleGuess(data.Packs);
        return string.Create(Plain, $"read off the words of {all.Count} sentences: strength right {Percent(all.Count(s => s.Strengths.Contains(s.Read.Strength)), all.Count)}, role right {Percent(all.Count(s => s.Roles.Contains(roles.Of(s.Read.Bearer))), all.Count)}");
    }

    private static string Percent(int part, int whole) => (100.0 * part / whole).ToString("0.0", Plain) + " %";

    private static HashSet<string> Trigrams(string text)
    {
        var folded = string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c));
        return Enumerable.Range(0, Math.Max(1, folded.Length - 2)).Select(i => folded.Substring(i, Math.Min(3, folded.Length - i))).ToHashSet(StringComparer.Ordinal);
    }

    private static double Jaccard(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared / (double)(one.Count + other.Count - shared);
    }
}

using System.Globalization;

namespace Sekisho.Bench.Suggest;

/// <summary>What was measured for one city; shares from 0 to 1.</summary>
internal sealed record CityResult(
    string Code, int Sentences, double Baseline, double Top1, double Top3, double Coverage, int Far, double FarBaseline, double FarTop1, double FarTop3, double PacksTop1, double PacksTop3, double WithoutShipped)
{
    public string Text(double bar) => string.Create(CultureInfo.InvariantCulture,
        $"{Code} ({Sentences} sentences): nearest by trigrams {P(Baseline)}, bar {P(bar)}, top-1 {P(Top1)} {(Top1 >= bar ? "met" : "MISSED")}, top-3 {P(Top3)}, coverage {P(Coverage)}; " +
        $"the {Far} sentences less than 0.8 like any known: top-1 {P(FarTop1)}, top-3 {P(FarTop3)}; with only what the repository holds: top-1 {P(PacksTop1)}, top-3 {P(PacksTop3)}; without the demonstration city: top-1 {P(WithoutShipped)}");

    private static string P(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}

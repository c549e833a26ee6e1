using Sekisho.PolicyText;

namespace Sekisho.Bench.Suggest;

/// <summary>A city's text with the rows people gave every sentence.</summary>
internal sealed record CityText(string Code, string City, ParsedPolicy Text, IReadOnlyList<TruthSentence> Sentences);

namespace Sekisho.Conformity.Suggesting;

/// <summary>How telling each pair and triple of characters is: rare ones count more (inverse document frequency).</summary>
internal sealed class GramSpace
{
    private const double Half = 0.5;
    private readonly Dictionary<ulong, int> seen = [];
    private readonly int documents;

    public GramSpace(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            documents++;
            foreach (var gram in GramVector.Count(text).Keys) seen[gram] = seen.GetValueOrDefault(gram) + 1;
        }
    }

    public GramVector Vector(string text)
    {
        var weights = new Dictionary<ulong, double>();
        var square = 0.0;
        foreach (var (gram, count) in GramVector.Count(text))
        {
            var weight = (1 + Math.Log(count)) * Math.Log((documents + 1) / (seen.GetValueOrDefault(gram) + Half));
            weights[gram] = weight;
            square += weight * weight;
        }
        var length = square > 0 ? Math.Sqrt(square) : 1;
        foreach (var gram in weights.Keys) weights[gram] /= length;
        return new GramVector(weights);
    }
}

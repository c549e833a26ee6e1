namespace Sekisho.PolicyText.Parsing;

/// <summary>Finds which way of numbering is that of the articles: the outermost one that counts from 1.</summary>
internal static class ArticleScheme
{
    private static readonly Scheme[] Outermost = [Scheme.Jou, Scheme.Dai, Scheme.Dot, Scheme.Bare, Scheme.Kanji, Scheme.Paren];

    /// <summary>Null for a text without any numbers.</summary>
    public static Scheme? Find(IReadOnlyList<SourceLine> lines)
    {
        var numbers = lines.Where(l => !l.HasTab).Select(l => MarkerReader.Read(l.Text)).OfType<Marker>().Where(m => m.Spaced).ToLookup(m => m.Scheme, m => m.Number);
        foreach (var scheme in Outermost)
        {
            if (numbers[scheme].Contains(1)) return scheme;
        }
        return null;
    }
}

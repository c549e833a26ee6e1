namespace Sekisho.PolicyText.Parsing;

/// <summary>Finds which way of numbering is that of the articles: the outermost one that counts from 1.</summary>
internal static class ArticleScheme
{
    private static readonly Scheme[] Outermost = [Scheme.Jou, Scheme.Dai, Scheme.Dot, Scheme.Bare, Scheme.Kanji, Scheme.Paren];

    /// <summary>Null for a text without numbers and headings.</summary>
    public static Scheme? Find(IReadOnlyList<SourceLine> lines, UnnumberedHeadings headings)
    {
        var numbered = lines.Where(l => !l.HasTab).Select(l => (Line: l, Marker: MarkerReader.Read(l.Text))).Where(l => l.Marker is { Spaced: true }).ToList();
        var numbers = numbered.ToLookup(l => l.Marker!.Scheme, l => l.Marker!.Number);
        foreach (var scheme in Outermost)
        {
            if (!numbers[scheme].Contains(1)) continue;
            // Numbers that stand only in lists below headings number those lists, not the articles.
            return headings.Exist && scheme is not (Scheme.Jou or Scheme.Dai) && numbered.All(l => l.Marker!.Scheme != scheme || l.Line.IsListed) ? Scheme.Heading : scheme;
        }
        return headings.Exist ? Scheme.Heading : null;
    }
}

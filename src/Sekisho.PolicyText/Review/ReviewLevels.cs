using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Review;

/// <summary>Which level stands below which, and the word each has in a path.</summary>
internal static class ReviewLevels
{
    private const int Top = 0;
    private const int Lowest = 9;

    public static bool IsTable(ClauseLevel level) => level is ClauseLevel.Table or ClauseLevel.TableRow;
    public static bool IsChapter(ClauseLevel level) => level is ClauseLevel.Part or ClauseLevel.Chapter or ClauseLevel.Section or ClauseLevel.Subsection;

    public static ClauseSegmentKind Kind(ClauseLevel level) => level switch
    {
        ClauseLevel.Title => ClauseSegmentKind.Title,
        ClauseLevel.Meta => ClauseSegmentKind.Meta,
        ClauseLevel.Amending => ClauseSegmentKind.Amend,
        ClauseLevel.Body => ClauseSegmentKind.N,
        ClauseLevel.Toc => ClauseSegmentKind.Toc,
        ClauseLevel.TocEntry => ClauseSegmentKind.E,
        ClauseLevel.Intro => ClauseSegmentKind.Intro,
        ClauseLevel.Preamble => ClauseSegmentKind.Pre,
        ClauseLevel.Part => ClauseSegmentKind.Part,
        ClauseLevel.Chapter => ClauseSegmentKind.Chap,
        ClauseLevel.Section => ClauseSegmentKind.Sect,
        ClauseLevel.Subsection => ClauseSegmentKind.Subsect,
        ClauseLevel.Article => ClauseSegmentKind.Art,
        ClauseLevel.Par => ClauseSegmentKind.Par,
        ClauseLevel.Item => ClauseSegmentKind.Item,
        ClauseLevel.Subitem => ClauseSegmentKind.Sub,
        ClauseLevel.Table => ClauseSegmentKind.Table,
        ClauseLevel.TableRow => ClauseSegmentKind.R,
        ClauseLevel.Supplement => ClauseSegmentKind.Suppl,
        ClauseLevel.AppendedTable => ClauseSegmentKind.Apptable,
        _ => ClauseSegmentKind.P,
    };

    /// <summary>The depth of a clause that becomes one of this level at this place: one below the nearest clause before it that may hold it.</summary>
    public static int DepthFor(IReadOnlyList<ReviewNode> nodes, int at, ClauseLevel level)
    {
        var rank = Rank(level);
        if (rank == Top) return 0;
        for (var i = at - 1; i >= 0; i--)
        {
            var above = nodes[i].Level;
            if (Rank(above) < rank && (Rank(above) > Top || Holds(above))) return nodes[i].Depth + 1;
        }
        return 0;
    }

    public static int ParentOf(IReadOnlyList<ReviewNode> nodes, int at)
    {
        for (var i = at - 1; i >= 0; i--) if (nodes[i].Depth < nodes[at].Depth) return i;
        return -1;
    }

    /// <summary>What a clause becomes when it is moved below this parent: lists below 号 are below 号.</summary>
    public static ClauseLevel Below(ClauseLevel? parent, ClauseLevel level) => (parent, level) switch
    {
        (ClauseLevel.Item or ClauseLevel.Subitem, ClauseLevel.Par or ClauseLevel.Item) => ClauseLevel.Subitem,
        (ClauseLevel.Article or ClauseLevel.Par or ClauseLevel.Paragraph or ClauseLevel.Supplement, ClauseLevel.Subitem) => ClauseLevel.Item,
        (ClauseLevel.Par, ClauseLevel.Par) => ClauseLevel.Item,
        (ClauseLevel.Article, ClauseLevel.Article) => ClauseLevel.Par,
        _ => level,
    };

    private static bool Holds(ClauseLevel level) => level is ClauseLevel.Supplement or ClauseLevel.AppendedTable or ClauseLevel.Intro or ClauseLevel.Preamble or ClauseLevel.Toc;

    private static int Rank(ClauseLevel level) => level switch
    {
        ClauseLevel.Part => 1,
        ClauseLevel.Chapter => 2,
        ClauseLevel.Section => 3,
        ClauseLevel.Subsection => 4,
        ClauseLevel.Article => 5,
        ClauseLevel.Par => 6,
        ClauseLevel.Item => 7,
        ClauseLevel.Subitem => 8,
        ClauseLevel.Paragraph or ClauseLevel.Table or ClauseLevel.TableRow or ClauseLevel.TocEntry => Lowest,
        _ => Top,
    };
}

using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Parsing;

/// <summary>What stands before contents, preamble and articles: title, dates and numbers, the bodies on the cover.</summary>
internal static class FrontMatter
{
    private const int LongestCoverLine = 60;

    /// <summary>Reads from the first line; returns the drafts in printed order and the index of the first line that is not theirs.</summary>
    public static (IReadOnlyList<Draft> Drafts, int Next) Read(IReadOnlyList<SourceLine> lines, Layout layout, Func<int, bool> beginsBody)
    {
        var next = 0;
        while (next < lines.Count && IsCover(lines[next]) && !beginsBody(next) && !IsBroken(lines, next, layout)) next++;
        var cover = lines.Take(next).ToList();
        var title = TitleLines(cover);
        next = cover.FindIndex(l => !title.Contains(l) && !Headings.IsMeta(l.Text) && !Headings.IsShort(l.Text)) is >= 0 and var text ? text : next;
        cover = cover[..next];
        var drafts = new List<Draft>();
        var (metas, bodies) = (0, 0);
        foreach (var line in cover)
        {
            if (title.Count > 0 && line == title[0]) drafts.Add(Title(title));
            else if (title.Contains(line)) continue;
            else if (Headings.IsMeta(line.Text)) drafts.Add(Draft.Leaf(ClauseLevel.Meta, ClauseSegmentKind.Meta, ++metas, line.Text, line));
            else drafts.Add(Draft.Leaf(ClauseLevel.Body, ClauseSegmentKind.N, ++bodies, line.Text, line));
        }
        return (drafts, next);
    }

    private static bool IsCover(SourceLine line) => line.Text.Length <= LongestCoverLine && !line.HasTab && !line.Text.Contains('。', StringComparison.Ordinal);

    /// <summary>A full line whose sentence goes on below is text, not cover.</summary>
    private static bool IsBroken(IReadOnlyList<SourceLine> lines, int at, Layout layout) =>
        at + 1 < lines.Count && (Headings.EndsOpen(lines[at].Text) || Characters.OpenBrackets(lines[at].Text) > 0 || Headings.StartsInside(lines[at + 1].Text) || (layout.IsFull(lines[at]) && !layout.IsApart(lines[at + 1])));

    /// <summary>The first run of undated lines up to one that names a kind of document; its first line alone when none does.</summary>
    private static List<SourceLine> TitleLines(List<SourceLine> cover)
    {
        var run = cover.SkipWhile(l => !IsTitleLine(l)).TakeWhile(IsTitleLine).ToList();
        var last = run.FindIndex(l => Headings.EndsWithDocumentKind(l.Text));
        return run.Count == 0 ? [] : last < 0 ? run[..1] : run[..(last + 1)];
    }

    private static bool IsTitleLine(SourceLine line) => !Headings.IsMeta(line.Text) || Headings.EndsWithDocumentKind(line.Text);

    private static Draft Title(List<SourceLine> title)
    {
        var draft = new Draft(ClauseLevel.Title, ClauseSegmentKind.Title) { Label = title[0].IsListed ? "" : title[0].Mark, Line = title[0].Number };
        draft.Passages.Add(new Passage(string.Concat(title.Select(l => l.Text)), title[^1]));
        return draft;
    }
}

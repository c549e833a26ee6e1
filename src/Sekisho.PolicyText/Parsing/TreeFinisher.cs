using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Parsing;

/// <summary>Drafts to clauses: paragraphs numbered where there are several, headings cut, paths given.</summary>
internal sealed class TreeFinisher
{
    private readonly HashSet<ClauseRef> taken = [];
    private readonly List<UncertainCut> uncertain = [];
    private bool chaptersInPath;

    /// <summary>The doubts of all drafts, with the paths their clauses were given; filled by <see cref="Finish"/>.</summary>
    public IReadOnlyList<UncertainCut> Uncertain => uncertain;

    public IReadOnlyList<Clause> Finish(IReadOnlyList<Draft> top)
    {
        chaptersInPath = RestartsInChapters(top);
        CutCaptions(top);
        NumberRepeated(top);
        var clauses = new List<Clause>();
        ClauseRef? part = null;
        var parts = top.Count(d => d is { Kind: ClauseSegmentKind.Part, Scheme: null } && d.Children.Count == 0);
        foreach (var draft in top.SelectMany(SplitPreamble))
        {
            var inPart = draft.Kind is ClauseSegmentKind.Art or ClauseSegmentKind.Pre or ClauseSegmentKind.Chap ? part : null;
            clauses.AddRange(Convert(draft, inPart));
            if (draft.Kind == ClauseSegmentKind.Part && draft.Number is > 1 && parts > 1) part = clauses[^1].Path;
        }
        uncertain.Sort((a, b) => a.Line.CompareTo(b.Line));
        return clauses;
    }

    /// <summary>True when an article number comes twice because each chapter counts from 1.</summary>
    private static bool RestartsInChapters(IReadOnlyList<Draft> top)
    {
        var seen = new HashSet<(int?, string)>();
        return Chaptered(top).Any(a => !seen.Add((a.Number, string.Join('_', a.Branches))));
    }

    private static IEnumerable<Draft> Chaptered(IEnumerable<Draft> drafts) => drafts.Where(d => IsChapter(d.Kind))
        .SelectMany(d => d.Children.Where(c => c.Kind == ClauseSegmentKind.Art).Concat(Chaptered(d.Children)));

    private static bool IsChapter(ClauseSegmentKind kind) =>
        kind is ClauseSegmentKind.Part or ClauseSegmentKind.Chap or ClauseSegmentKind.Sect or ClauseSegmentKind.Subsect or ClauseSegmentKind.Division;

    private static void CutCaptions(IReadOnlyList<Draft> drafts)
    {
        CaptionCutter.Cut(drafts);
        foreach (var draft in drafts)
        {
            CutCaptions(draft.Children);
            foreach (var passage in draft.Passages) CutCaptions(passage.Lists);
        }
    }

    /// <summary>Several 附則, 別表 or unnumbered parts: the second gets 2.</summary>
    private static void NumberRepeated(IReadOnlyList<Draft> top)
    {
        foreach (var kind in new[] { ClauseSegmentKind.Suppl, ClauseSegmentKind.Apptable, ClauseSegmentKind.Part })
        {
            var count = 0;
            foreach (var draft in top.Where(d => d.Kind == kind && d.Number is null))
            {
                count++;
                if (count > 1 || kind == ClauseSegmentKind.Apptable) draft.Number = count;
            }
        }
    }

    /// <summary>A preamble of several paragraphs is pre/p1, pre/p2 …; the sentence that amends or replaces an older text is no preamble.</summary>
    private static IEnumerable<Draft> SplitPreamble(Draft draft)
    {
        if (draft.Kind != ClauseSegmentKind.Pre) return [draft];
        var amending = draft.Passages.Where(p => Headings.IsAmending(p.Text)).ToList();
        draft.Passages.RemoveAll(amending.Contains);
        var before = amending.Select(p => Draft.Leaf(ClauseLevel.Amending, ClauseSegmentKind.Amend, null, p.Text, p.Last));
        return draft.Passages.Count + draft.Children.Count > 0 ? before.Append(draft) : before;
    }

    private IReadOnlyList<Clause> Convert(Draft draft, ClauseRef? parent)
    {
        if (draft.Kind == ClauseSegmentKind.Pre && draft.Passages.Count > 1) return Paragraphs(draft, Under(parent, ClauseSegment.Of(ClauseSegmentKind.Pre)), ClauseLevel.Preamble);
        var segment = ClauseSegment.Of(draft.Kind, draft.Number, [.. draft.Branches]);
        var path = Free(draft.Kind == ClauseSegmentKind.N ? Under(ClauseRef.Of(ClauseSegment.Of(ClauseSegmentKind.Cover)), segment) : Under(parent, segment));
        uncertain.AddRange(draft.Doubts.Distinct().Select(d => new UncertainCut(path, d.Line, d.Reason, d.Printed)));
        var below = IsChapter(draft.Kind) && !chaptersInPath ? null : (ClauseRef?)path;
        var children = new List<Clause>();
        var single = draft.Passages.Count == 1;
        if (single) children.AddRange(draft.Passages[0].Lists.SelectMany(l => Convert(l, path)));
        else children.AddRange(Paragraphs(draft, path, ClauseLevel.Paragraph));
        foreach (var child in draft.Children) children.AddRange(Convert(child, IsChapter(child.Kind) ? path : below));
        return [new Clause(path, draft.Level, draft.Label, draft.Caption, single ? draft.Passages[0].Text : "", children) { Line = draft.Line }];
    }

    private List<Clause> Paragraphs(Draft draft, ClauseRef parent, ClauseLevel level)
    {
        var paragraphs = new List<Clause>();
        for (var i = 0; i < draft.Passages.Count; i++)
        {
            var path = Free(parent.Child(ClauseSegment.Of(ClauseSegmentKind.P, i + 1)));
            paragraphs.Add(new Clause(path, level, "", "", draft.Passages[i].Text, [.. draft.Passages[i].Lists.SelectMany(l => Convert(l, path))]) { Line = draft.Passages[i].First.Number });
        }
        return paragraphs;
    }

    private static ClauseRef Under(ClauseRef? parent, ClauseSegment segment) => parent is { } p ? p.Child(segment) : ClauseRef.Of(segment);

    /// <summary>A number printed twice is a fault of the text, not of the reader: the second clause takes the next free number and keeps its label.</summary>
    private ClauseRef Free(ClauseRef wanted)
    {
        var path = wanted;
        while (!taken.Add(path))
        {
            var last = path.Segments[^1];
            var next = ClauseSegment.Of(last.Kind, (last.Number ?? 1) + 1);
            path = path.Parent is { } parent ? parent.Child(next) : ClauseRef.Of(next);
        }
        return path;
    }
}

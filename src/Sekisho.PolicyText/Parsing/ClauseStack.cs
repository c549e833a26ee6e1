using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Parsing;

/// <summary>
/// The clauses open at this line, outermost first, and the rules by which a number at a line's start is one at this place:
/// the next of an open list, the next article, or the first of a deeper list, and not in the middle of a sentence.
/// </summary>
internal sealed class ClauseStack(Scheme? articleScheme, Joiner joiner)
{
    private readonly List<Frame> frames = [];
    private readonly List<Draft> chapters = [];
    private readonly List<Draft> seen = [];
    private bool mayRestart = true;

    public List<Draft> Top { get; } = [];
    public int LastArticle { get; private set; }
    public bool ArticleOpen => frames.Exists(f => f.Draft.Level == ClauseLevel.Article);
    public Frame? Deepest => frames.Count == 0 ? null : frames[^1];
    /// <summary>Set after a table: the next line begins a paragraph.</summary>
    public bool AfterTable { get; set; }
    /// <summary>Why the clause opened last could stand elsewhere; null when its place is certain.</summary>
    public CutReason? Uncertain { get; private set; }

    /// <summary>A part of the document that holds articles or text of its own: intro, part, preamble, 附則, 別表.</summary>
    public void OpenTop(Draft draft, bool numbersRestart)
    {
        frames.Clear();
        chapters.Clear();
        Top.Add(draft);
        frames.Add(new Frame(draft, null));
        AfterTable = false;
        if (!numbersRestart) return;
        LastArticle = 0;
        mayRestart = true;
    }

    public void CloseAll() => frames.Clear();

    public void OpenChapter(Draft chapter)
    {
        frames.Clear();
        while (chapters.Count > 0 && chapters[^1].Kind >= chapter.Kind) chapters.RemoveAt(chapters.Count - 1);
        (chapters.Count == 0 ? Top : chapters[^1].Children).Add(chapter);
        chapters.Add(chapter);
        frames.Add(new Frame(chapter, null));
        mayRestart = true;
    }

    public void PopTo(Draft draft)
    {
        while (frames.Count > 0 && frames[^1].Draft != draft) frames.RemoveAt(frames.Count - 1);
    }

    /// <summary>Whether an earlier clause of the deepest list has its heading on a line of its own; the first of a list looks at the lists before; null when there is none, or for an article.</summary>
    public bool? BrothersHaveHeadings()
    {
        if (Deepest is not { Draft.Level: not ClauseLevel.Article } frame || ParentOf(frame) is not { } parent) return null;
        var brothers = (frame.Home?.Lists ?? parent.Children).Where(d => d != frame.Draft && d.Scheme == frame.Draft.Scheme).ToList();
        if (brothers.Count == 0) brothers = [.. seen.Where(d => d != frame.Draft && d.Scheme == frame.Draft.Scheme)];
        return brothers.Count == 0 ? null : brothers.Exists(b => b.HeadedAbove);
    }

    public Draft? ParentOf(Frame frame) => frames.IndexOf(frame) is > 0 and var i ? frames[i - 1].Draft : null;

    /// <summary>True when the number can be an article's at this place.</summary>
    public bool IsArticle(Marker marker, bool captioned)
    {
        if (marker.Scheme != articleScheme || !(marker.Spaced || captioned)) return false;
        if (marker.Branches.Count > 0) return marker.Number == LastArticle;
        if (marker.Number == LastArticle + 1 || (marker.Number == 1 && mayRestart)) return true;
        if (marker.Number == LastArticle && marker.Scheme == Scheme.Jou) return AtSentenceEnd(); // printed twice by mistake
        return (captioned || marker.Scheme == Scheme.Jou) && marker.Number > LastArticle && AtBoundary(marker);
    }

    /// <summary>True when a line in brackets above this number is its caption although it is no article's: the 項 of a 附則 have captions.</summary>
    public bool IsCaptionedParagraph(Marker marker)
    {
        if (Ranks.Of(marker) != Ranks.Par || marker.Scheme == articleScheme || !frames.Exists(f => f.Draft.Level == ClauseLevel.Supplement)) return false;
        var last = frames.FirstOrDefault(f => f.Draft.Level == ClauseLevel.Par)?.Draft;
        return marker.Number == (last?.Number ?? 0) + 1;
    }

    /// <summary>Opens the clause the number begins; null when the number is ordinary text at this place.</summary>
    public Draft? Open(Marker marker, bool captioned)
    {
        Uncertain = null;
        if (OpenBrother(marker) is { } brother) return brother;
        if (marker.AsIroha() is { } iroha && OpenBrother(iroha) is { } old) return old;
        if (OpenInSentence(marker) is { } inSentence) return inSentence;
        if (IsArticle(marker, captioned) && AtBoundary(marker)) return OpenArticle(marker);
        return OpenDeeper(marker) ?? (marker.AsIroha() is { Number: 1 } first ? OpenDeeper(first) : null);
    }

    /// <summary>Opens a heading without number: an article, or below one a paragraph with a heading.</summary>
    public Draft OpenHeading(int depth, SourceLine line)
    {
        Uncertain = CutReason.Unnumbered;
        if (depth == 0 || !ArticleOpen) return OpenArticle(new Marker(Scheme.Heading, LastArticle + 1, [], "", line.Text, true));
        var level = Math.Min(depth, Ranks.Sub);
        while (Ranks.Of(frames[^1].Draft) >= level) frames.RemoveAt(frames.Count - 1);
        var parent = frames[^1].Draft;
        var number = parent.Children.Count(c => c.Scheme == Scheme.Heading) + 1;
        return Push(new Marker(Scheme.Heading, number, [], "", line.Text, true) { Above = [.. Enumerable.Repeat(0, level)] }, parent, null);
    }

    private Draft? OpenBrother(Marker marker)
    {
        for (var i = frames.Count - 1; i >= 0; i--)
        {
            var frame = frames[i];
            if (frame.Draft.Scheme != marker.Scheme || frame.Draft.Level == ClauseLevel.Article || !Succession.Follows(frame.Draft, marker)) continue;
            if (!AtBoundary(marker)) return null;
            frames.RemoveRange(i, frames.Count - i);
            if (marker.Scheme == Scheme.Bullet) marker = marker with { Number = frame.Draft.Number!.Value + 1 };
            else if (marker.Branches.Count == 0 && marker.Number > frame.Draft.Number + 1 && marker.Scheme is not (Scheme.Kana or Scheme.ParenKana)) Uncertain = CutReason.NumberSkipped;
            return Push(marker, frames[^1].Draft, frame.Home);
        }
        return null;
    }

    /// <summary>"…を、 １．甲 ２．乙 の二つに分け": a list inside a sentence, numbered even as articles are.</summary>
    private Draft? OpenInSentence(Marker marker)
    {
        if (marker.Number != 1 || marker.Scheme is Scheme.Bullet or Scheme.Decimal || Deepest is not { } deepest || deepest.Draft.CaptionOpen) return null;
        if (deepest.Draft.LastPassage is not { } passage || !passage.Text.EndsWith('、') || joiner.IsFull(passage.Last)) return null;
        return Push(marker, deepest.Draft, passage);
    }

    private Draft OpenArticle(Marker marker)
    {
        if (marker.Scheme != Scheme.Heading && marker.Branches.Count == 0 && marker.Number != 1)
            Uncertain = marker.Number == LastArticle ? CutReason.NumberRepeated : marker.Number > LastArticle + 1 ? CutReason.NumberSkipped : null;
        frames.Clear();
        (LastArticle, mayRestart) = (marker.Last, false);
        var article = New(ClauseLevel.Article, ClauseSegmentKind.Art, marker);
        var home = chapters.Count > 0 ? chapters[^1].Children : HomeOfTopArticle();
        home.Add(article);
        frames.Add(new Frame(article, null));
        return article;
    }

    /// <summary>Articles of a 附則 stand below it; all others at the top.</summary>
    private List<Draft> HomeOfTopArticle() =>
        Top.Count > 0 && Top[^1].Level is ClauseLevel.Supplement or ClauseLevel.AppendedTable ? Top[^1].Children : Top;

    private Draft? OpenDeeper(Marker marker)
    {
        if (!AtBoundary(marker) || (!marker.Spaced && marker.Scheme == Scheme.Jou)) return null;
        var rank = Ranks.Of(marker);
        var depth = marker.Scheme == Scheme.Decimal ? frames.FindLastIndex(f => Succession.IsAbove(f.Draft, marker)) : DepthFor(marker, rank);
        if (depth < 0 || frames[depth].Draft is not { Level: not ClauseLevel.Chapter } parent) return null;
        var secondParagraph = rank == Ranks.Par && marker.Number == 2 && parent.Passages.Count > 0 && !parent.Children.Exists(c => c.Level == ClauseLevel.Par);
        if (marker.Number != 1 && !secondParagraph) return null;
        frames.RemoveRange(depth + 1, frames.Count - depth - 1);
        if (secondParagraph) WrapFirstParagraph(parent);
        if (Ranks.Of(parent) >= rank && rank < Ranks.Sub) Uncertain = CutReason.LevelGuessed;
        return Push(marker, parent, secondParagraph || parent.CaptionOpen || marker.Scheme == Scheme.Decimal ? null : parent.LastPassage);
    }

    /// <summary>The deepest clause that may hold the list: one of lower rank, or of the same rank where the document writes another kind of number for it.</summary>
    private int DepthFor(Marker marker, int rank)
    {
        var depth = frames.Count - 1;
        var isNew = rank == Ranks.Item && marker.Scheme != Scheme.Bullet && !frames.Exists(f => f.Draft.Scheme == marker.Scheme);
        while (depth >= 0 && Ranks.Of(frames[depth].Draft) >= rank && rank < Ranks.Sub && !Holds(frames[depth].Draft)) depth--;
        return depth;

        bool Holds(Draft draft) => marker.Scheme == Scheme.Bullet ? draft.Scheme != Scheme.Bullet || draft.Indent + 1 < marker.Indent : isNew;
    }

    /// <summary>第1項 prints no number; it becomes a clause of its own only when there is a second.</summary>
    private static void WrapFirstParagraph(Draft parent)
    {
        var first = new Draft(ClauseLevel.Par, ClauseSegmentKind.Par, 1) { Line = parent.Passages[0].First.Number };
        first.Passages.AddRange(parent.Passages);
        parent.Passages.Clear();
        parent.Children.Insert(0, first);
    }

    private Draft Push(Marker marker, Draft parent, Passage? home)
    {
        var inside = Ranks.Of(parent) >= Ranks.Item;
        var (level, kind) = Ranks.Of(marker) switch
        {
            Ranks.Article or Ranks.Par when home is not null && !inside => (ClauseLevel.Item, ClauseSegmentKind.Item),
            Ranks.Par when !inside => (ClauseLevel.Par, ClauseSegmentKind.Par),
            Ranks.Item when !inside => (ClauseLevel.Item, ClauseSegmentKind.Item),
            _ => (ClauseLevel.Subitem, ClauseSegmentKind.Sub),
        };
        var draft = New(level, kind, marker);
        (home?.Lists ?? parent.Children).Add(draft);
        seen.Add(draft);
        frames.Add(new Frame(draft, home));
        return draft;
    }

    private static Draft New(ClauseLevel level, ClauseSegmentKind kind, Marker marker) =>
        new(level, kind, marker.Number) { Branches = marker.Branches, Scheme = marker.Scheme, Label = marker.Label, Above = marker.Above, Indent = marker.Indent };

    private bool AtSentenceEnd() => AfterTable || Deepest?.Draft.LastPassage is not { } passage || Characters.EndsSentence(passage.Text);

    private bool AtBoundary(Marker marker)
    {
        if (AfterTable || Deepest is not { } deepest || deepest.Draft.LastPassage is not { } passage) return true;
        if (marker is { Scheme: Scheme.Bullet, Label.Length: > 0 } && deepest.Draft is { CaptionOpen: false, Scheme: not Scheme.Bullet } && passage.Text[^1] is not ('。' or '：' or ':')) return false; // "甲" and below it "・乙" is one phrase
        if (passage.Text.EndsWith('。') || Characters.EndsSentence(passage.Text)) return true;
        if (Characters.OpenBrackets(passage.Text) > 0 || Headings.EndsOpen(passage.Text)) return false;
        return deepest.Draft.CaptionOpen || !marker.BeginsWords || !joiner.IsFull(passage.Last);
    }
}

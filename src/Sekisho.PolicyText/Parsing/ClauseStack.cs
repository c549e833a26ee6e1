using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Parsing;

/// <summary>
/// The clauses open at this line, outermost first, and the rules by which a number at a line's start is one at this place:
/// the next of an open list, the next article, or the first of a deeper list, and not in the middle of a sentence.
/// </summary>
internal sealed class ClauseStack(Scheme? articleScheme, Joiner joiner)
{
    private const int ParRank = 1;
    private const int ItemRank = 2;
    private const int SubRank = 3;
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
        return (captioned || marker.Scheme == Scheme.Jou) && marker.Number > LastArticle && AtBoundary(marker);
    }

    /// <summary>Opens the clause the number begins; null when the number is ordinary text at this place.</summary>
    public Draft? Open(Marker marker, bool captioned)
    {
        if (OpenBrother(marker) is { } brother) return brother;
        if (OpenInSentence(marker) is { } inSentence) return inSentence;
        if (IsArticle(marker, captioned) && AtBoundary(marker)) return OpenArticle(marker);
        return OpenDeeper(marker);
    }

    private Draft? OpenBrother(Marker marker)
    {
        for (var i = frames.Count - 1; i >= 0; i--)
        {
            var frame = frames[i];
            if (frame.Draft.Scheme != marker.Scheme || frame.Draft.Level == ClauseLevel.Article || !Follows(frame.Draft, marker)) continue;
            if (!AtBoundary(marker)) return null;
            frames.RemoveRange(i, frames.Count - i);
            return Push(marker, frames[^1].Draft, frame.Home);
        }
        return null;
    }

    private static bool Follows(Draft last, Marker marker)
    {
        if (marker.Branches.Count > 0) return marker.Number == last.Number;
        if (marker.Number == last.Number + 1) return true;
        if (marker.Scheme == Scheme.Kana && last.Label.StartsWith('イ') && marker.Label.StartsWith('ロ')) return true;
        return !marker.IsWeak && marker.Number > last.Number;
    }

    /// <summary>"…を、 １．甲 ２．乙 の二つに分け": a list inside a sentence, numbered even as articles are.</summary>
    private Draft? OpenInSentence(Marker marker)
    {
        if (marker.Number != 1 || Deepest is not { } deepest || deepest.Draft.CaptionOpen) return null;
        if (deepest.Draft.LastPassage is not { } passage || !passage.Text.EndsWith('、') || joiner.IsFull(passage.Last)) return null;
        return Push(marker, deepest.Draft, passage);
    }

    private Draft OpenArticle(Marker marker)
    {
        frames.Clear();
        (LastArticle, mayRestart) = (marker.Number, false);
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
        var rank = Rank(marker.Scheme);
        var depth = frames.Count - 1;
        while (depth >= 0 && RankOf(frames[depth].Draft) >= rank && rank < SubRank) depth--;
        if (depth < 0 || !AtBoundary(marker) || !marker.Spaced && marker.Scheme == Scheme.Jou) return null;
        var parent = frames[depth].Draft;
        if (parent.Level == ClauseLevel.Chapter) return null;
        var secondParagraph = rank == ParRank && marker.Number == 2 && parent.Passages.Count > 0 && !parent.Children.Exists(c => c.Level == ClauseLevel.Par);
        if (marker.Number != 1 && !secondParagraph) return null;
        frames.RemoveRange(depth + 1, frames.Count - depth - 1);
        if (secondParagraph) WrapFirstParagraph(parent);
        return Push(marker, parent, rank == ParRank || parent.CaptionOpen ? null : parent.LastPassage);
    }

    /// <summary>第1項 prints no number; it becomes a clause of its own only when there is a second.</summary>
    private static void WrapFirstParagraph(Draft parent)
    {
        var first = new Draft(ClauseLevel.Par, ClauseSegmentKind.Par, 1);
        first.Passages.AddRange(parent.Passages);
        parent.Passages.Clear();
        parent.Children.Insert(0, first);
    }

    private Draft Push(Marker marker, Draft parent, Passage? home)
    {
        var (level, kind) = Rank(marker.Scheme) switch
        {
            0 or ParRank when home is not null => (ClauseLevel.Item, ClauseSegmentKind.Item),
            ParRank => (ClauseLevel.Par, ClauseSegmentKind.Par),
            ItemRank => (ClauseLevel.Item, ClauseSegmentKind.Item),
            _ => (ClauseLevel.Subitem, ClauseSegmentKind.Sub),
        };
        var draft = New(level, kind, marker);
        (home?.Lists ?? parent.Children).Add(draft);
        seen.Add(draft);
        frames.Add(new Frame(draft, home));
        return draft;
    }

    private static Draft New(ClauseLevel level, ClauseSegmentKind kind, Marker marker) =>
        new(level, kind, marker.Number) { Branches = marker.Branches, Scheme = marker.Scheme, Label = marker.Label };

    private bool AtBoundary(Marker marker)
    {
        if (AfterTable || Deepest is not { } deepest || deepest.Draft.LastPassage is not { } passage) return true;
        if (passage.Text.EndsWith('。') || Characters.EndsSentence(passage.Text)) return true;
        if (Characters.OpenBrackets(passage.Text) > 0 || Headings.EndsOpen(passage.Text)) return false;
        return deepest.Draft.CaptionOpen || !marker.BeginsWords || !joiner.IsFull(passage.Last);
    }

    private static int RankOf(Draft draft) => draft.Level switch
    {
        ClauseLevel.Par => ParRank,
        ClauseLevel.Item => ItemRank,
        ClauseLevel.Subitem => SubRank,
        _ => 0,
    };

    private static int Rank(Scheme scheme) => scheme switch
    {
        Scheme.Jou or Scheme.Dai => 0,
        Scheme.Dot or Scheme.Bare => ParRank,
        Scheme.Paren or Scheme.Kanji or Scheme.ParenKanji => ItemRank,
        _ => SubRank,
    };
}

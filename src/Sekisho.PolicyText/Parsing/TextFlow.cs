using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Parsing;

/// <summary>Puts text behind numbers: tells headings from text, joins wrapped lines, begins paragraphs, goes back to a sentence after its list.</summary>
internal sealed class TextFlow(ClauseStack stack, Joiner joiner)
{
    private Draft? Open => stack.Deepest?.Draft;

    /// <summary>True when the text so far is complete, so that a line may begin something new.</summary>
    public bool IsAtParagraphEnd => stack.AfterTable || Open is not { } open || open.LastPassage is null || Ended(open);

    /// <summary>True in the middle of a sentence that a heading cannot interrupt.</summary>
    public bool IsInSentence => !stack.AfterTable && Open is { CaptionOpen: false, LastPassage: { } last } && (Headings.EndsOpen(last.Text) || joiner.IsFull(last.Last)) && !Characters.EndsSentence(last.Text);

    public void OpenTop(Draft draft, bool numbersRestart)
    {
        CloseCaption(deeper: false);
        stack.OpenTop(draft, numbersRestart);
    }

    public void OpenChapter(Draft draft)
    {
        CloseCaption(deeper: false);
        draft.CaptionOpen = false;
        stack.OpenChapter(draft);
    }

    public void Finish() => CloseCaption(deeper: false);

    /// <summary>Opens the clause of a number; false when the number is ordinary text here.</summary>
    public bool Begin(Marker marker, SourceLine line, string? caption)
    {
        var before = Open;
        if (stack.Open(marker, caption is not null) is not { } draft) return false;
        if (before is { CaptionOpen: true }) Settle(before, draft.Level > before.Level);
        stack.AfterTable = false;
        var rest = marker.Rest;
        if (draft.Level == ClauseLevel.Article) rest = TakeCaption(draft, rest, caption);
        if (rest.Length == 0) draft.HeadedAbove = draft.Caption.Length > 0;
        else
        {
            draft.Passages.Add(new Passage(rest, line));
            draft.CaptionOpen = draft.Caption.Length == 0 && Headings.MayBeHeading(rest) && (draft.Level == ClauseLevel.Article || !CaptionCutter.IsInline(rest));
        }
        return true;
    }

    /// <summary>An article's caption stands above the number, or behind it in brackets.</summary>
    private static string TakeCaption(Draft article, string rest, string? above)
    {
        if (above is not null) article.Caption = above;
        else if (Headings.LeadingBracket(rest) is { } inner && Headings.MayBeHeading(inner))
        {
            article.Caption = inner.Trim();
            return rest[(inner.Length + 2)..].Trim();
        }
        return rest;
    }

    public void Add(SourceLine line)
    {
        var open = Open!;
        var afterTable = stack.AfterTable;
        stack.AfterTable = false;
        if (open.LastPassage is not { } last || afterTable) AddParagraph(open, line);
        else if (ResumesSentence(last) is { } sentence) AppendTo(sentence, line);
        else if (open.CaptionOpen) AddBelowCandidate(open, last, line);
        else if (joiner.Continues(last.Text, last.Last, line)) AppendTo(last, line);
        else AddParagraph(Owner(), line);
    }

    public void AddTable(Draft table)
    {
        CloseCaption(deeper: true);
        if (Open is null) stack.OpenTop(new Draft(ClauseLevel.Preamble, ClauseSegmentKind.Pre), numbersRestart: false);
        while (Open is { Level: ClauseLevel.Item or ClauseLevel.Subitem or ClauseLevel.Par } list && stack.ParentOf(stack.Deepest!) is { } parent && list.Passages.Count > 0) stack.PopTo(parent);
        Open!.Children.Add(table);
        stack.AfterTable = true;
    }

    private static void AddParagraph(Draft draft, SourceLine line) => draft.Passages.Add(new Passage(line.Text, line));

    private static void AppendTo(Passage passage, SourceLine line)
    {
        passage.Text = Joiner.Join(passage.Text, passage.Last, line);
        passage.Last = line;
    }

    private void AddBelowCandidate(Draft open, Passage candidate, SourceLine line)
    {
        if (joiner.IsBrokenLine(candidate.Text, candidate.Last, line, stack.BrothersHaveHeadings()))
        {
            AppendTo(candidate, line);
            open.CaptionOpen = Headings.MayBeHeading(candidate.Text);
            return;
        }
        Settle(open, asHeading: true);
        AddParagraph(open, line);
    }

    /// <summary>After the list of an unfinished sentence an unnumbered line goes on with that sentence.</summary>
    private Passage? ResumesSentence(Passage last)
    {
        if (stack.Deepest is not { Home: { } home } frame || !home.Text.EndsWith('、') || joiner.IsFull(last.Last) || Headings.EndsOpen(last.Text)) return null;
        Settle(frame.Draft, asHeading: false);
        stack.PopTo(stack.ParentOf(frame)!);
        return home;
    }

    /// <summary>A new paragraph below a list belongs to the clause that holds the list, unless the list's clause has its heading on a line of its own.</summary>
    private Draft Owner()
    {
        while (stack.Deepest is { Draft: { Level: ClauseLevel.Item or ClauseLevel.Subitem, HeadedAbove: false } } frame && stack.ParentOf(frame) is { } parent) stack.PopTo(parent);
        return Open!;
    }

    private void CloseCaption(bool deeper)
    {
        if (Open is { CaptionOpen: true } open) Settle(open, deeper);
    }

    private static void Settle(Draft draft, bool asHeading)
    {
        if (!draft.CaptionOpen) return;
        draft.CaptionOpen = false;
        if (!asHeading) return;
        draft.Caption = draft.Passages[0].Text;
        draft.HeadedAbove = true;
        draft.Passages.RemoveAt(0);
    }

    private static bool Ended(Draft open) => open.LastPassage is { } last && Characters.EndsSentence(last.Text);
}

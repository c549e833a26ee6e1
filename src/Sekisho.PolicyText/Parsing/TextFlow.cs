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
        if (stack.Open(marker, caption is not null) is not { } draft)
        {
            if (before is not null && marker is { Number: > 1, Spaced: true, Scheme: Scheme.Paren or Scheme.Jou or Scheme.Circled }) before.Doubts.Add(Doubt.At(CutReason.NumberOrWord, line));
            return false;
        }
        Note(draft, line);
        if (before is { CaptionOpen: true }) Settle(before, draft.Level > before.Level);
        stack.AfterTable = false;
        var rest = marker.Rest;
        if (draft.Level == ClauseLevel.Article || caption is not null) rest = TakeCaption(draft, rest, caption);
        if (rest.Length == 0) draft.HeadedAbove = draft.Caption.Length > 0;
        else
        {
            draft.Passages.Add(new Passage(rest, line));
            draft.CaptionOpen = draft.Caption.Length == 0 && Headings.MayBeHeading(rest) && (draft.Level == ClauseLevel.Article || !CaptionCutter.IsInline(rest));
        }
        return true;
    }

    /// <summary>A heading without number: its words are the caption.</summary>
    public void BeginHeading(int depth, SourceLine line)
    {
        CloseCaption(deeper: true);
        var draft = stack.OpenHeading(depth, line);
        Note(draft, line);
        stack.AfterTable = false;
        (draft.Caption, draft.HeadedAbove) = (line.Text, true);
    }

    private void Note(Draft draft, SourceLine line)
    {
        draft.Line = line.Number;
        if (stack.Uncertain is { } reason) draft.Doubts.Add(Doubt.At(reason, line));
        if (line.Doubt is { } own) draft.Doubts.Add(Doubt.At(own, line));
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
        if (line.Doubt is { } own) open.Doubts.Add(Doubt.At(own, line));
        if (open.LastPassage is not { } last || afterTable) AddParagraph(open, line);
        else if (ResumesSentence(last) is { } sentence) AppendTo(sentence, line);
        else if (open.CaptionOpen) AddBelowCandidate(open, last, line);
        else if (open.Level == ClauseLevel.AppendedTable ? joiner.ContinuesForm(last.Text, last.Last, line) : joiner.Continues(last.Text, last.Last, line)) AppendBehind(open, last, line);
        else AddParagraph(Owner(line), line);
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

    private void AppendBehind(Draft open, Passage last, SourceLine line)
    {
        if (Characters.EndsSentence(last.Text) && !Headings.StartsInside(line.Text)) open.Doubts.Add(Doubt.At(CutReason.ParagraphOrSame, line));
        AppendTo(last, line);
    }

    private static void AppendTo(Passage passage, SourceLine line)
    {
        passage.Text = Joiner.Join(passage.Text, passage.Last, line);
        passage.Last = line;
    }

    private void AddBelowCandidate(Draft open, Passage candidate, SourceLine line)
    {
        var broken = joiner.IsBrokenLine(candidate.Text, candidate.Last, line, stack.BrothersHaveHeadings());
        if (joiner.IsGuess(candidate.Text, line, stack.BrothersHaveHeadings())) open.Doubts.Add(Doubt.At(CutReason.HeadingOrText, candidate.Last));
        if (broken)
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
    private Draft Owner(SourceLine line)
    {
        var before = Open!;
        while (stack.Deepest is { Draft: { Level: ClauseLevel.Item or ClauseLevel.Subitem, HeadedAbove: false } } frame && stack.ParentOf(frame) is { } parent) stack.PopTo(parent);
        if (Open != before) Open!.Doubts.Add(Doubt.At(CutReason.OwnerGuessed, line));
        else if (!joiner.IsSet(line)) before.Doubts.Add(Doubt.At(CutReason.ParagraphOrSame, line));
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

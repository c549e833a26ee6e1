using Sekisho.Kernel.Clauses;
using Sekisho.PolicyText.Tables;

namespace Sekisho.PolicyText.Parsing;

/// <summary>Walks the lines once, from cover to 附則, and puts each where it belongs.</summary>
internal sealed class DocumentReader
{
    private readonly IReadOnlyList<SourceLine> lines;
    private readonly Scheme? articleScheme;
    private readonly UnnumberedHeadings headings;
    private readonly Cohesion cohesion;
    private readonly Layout layout;
    private readonly ClauseStack stack;
    private readonly TextFlow flow;
    private string? caption;
    private int at;

    public DocumentReader(IReadOnlyList<SourceLine> lines)
    {
        this.lines = lines;
        cohesion = new Cohesion(lines);
        layout = new Layout(lines);
        var joiner = new Joiner(layout, cohesion);
        headings = new UnnumberedHeadings(lines);
        articleScheme = ArticleScheme.Find(lines, headings);
        stack = new ClauseStack(articleScheme, joiner);
        flow = new TextFlow(stack, joiner);
    }

    /// <summary>The clauses at the top of the document, unfinished: paths are given by <see cref="TreeFinisher"/>.</summary>
    public IReadOnlyList<Draft> Read()
    {
        (var front, at) = FrontMatter.Read(lines, layout, BeginsBody);
        stack.Top.AddRange(front);
        while (at < lines.Count) ReadLine(lines[at]);
        flow.Finish();
        return stack.Top;
    }

    private void ReadLine(SourceLine line)
    {
        if (!stack.ArticleOpen && Headings.IsContentsTitle(line)) ReadContents();
        else if (ReadHeading(line) || ReadUnnumbered(line) || ReadTable(line) || ReadCaption(line) || ReadPart(line) || ReadMarker(line)) { }
        else
        {
            if (stack.Deepest is null) stack.OpenTop(new Draft(ClauseLevel.Preamble, ClauseSegmentKind.Pre), numbersRestart: false);
            flow.Add(line);
            at++;
        }
    }

    private void ReadContents()
    {
        (var contents, at) = ContentsReader.Read(lines, at, i => IsCaptionOfArticle(i) && !ContentsReader.HasPage(lines[i + 1]));
        stack.CloseAll();
        stack.Top.Add(contents);
    }

    private bool ReadHeading(SourceLine line)
    {
        if (flow.IsInSentence) return false;
        if (HeadingDrafts.Supplement(line) is { } supplement) flow.OpenTop(supplement, numbersRestart: true);
        else if (HeadingDrafts.Appended(line) is { } appended) flow.OpenTop(appended, numbersRestart: true);
        else if (HeadingDrafts.Chapter(line) is { } chapter) flow.OpenChapter(chapter);
        else if (!stack.ArticleOpen && HeadingDrafts.Intro(line) is { } intro) flow.OpenTop(intro, numbersRestart: false);
        else return false;
        at++;
        return true;
    }

    private bool ReadUnnumbered(SourceLine line)
    {
        if (articleScheme != Scheme.Heading || headings.DepthOf(line) is not { } depth) return false;
        flow.BeginHeading(depth, line);
        at++;
        return true;
    }

    private bool ReadTable(SourceLine line)
    {
        var title = HeadAt(at) ? "" : at + 1 < lines.Count && HeadAt(at + 1) && Headings.IsShort(line.Text) ? Headings.Bracketed(line.Text) ?? line.Text : null;
        if (title is null) return false;
        var head = title.Length == 0 ? at : at + 1;
        if (TableReader.IsRow(lines[head]))
        {
            (var table, at) = TableReader.Read(lines, head, title);
            flow.AddTable(table);
            return true;
        }
        if (new FlatTableReader(cohesion).Read(lines, head, title, IsArticleLine) is not { } flat) return false;
        at = flat.Next;
        flat.Table.Doubts.Add(Doubt.At(CutReason.TableGuessed, line));
        flow.AddTable(flat.Table);
        return true;
    }

    private bool HeadAt(int index) => TableReader.IsRow(lines[index]) || FlatTableReader.HeaderCells(lines[index]) is not null;

    /// <summary>A line in brackets above an article is its caption.</summary>
    private bool ReadCaption(SourceLine line)
    {
        if (!IsCaptionOfArticle(at)) return false;
        caption = Headings.Bracketed(line.Text);
        at++;
        return true;
    }

    private bool IsCaptionOfArticle(int index) =>
        Headings.Bracketed(lines[index].Text) is not null && !Headings.IsMeta(lines[index].Text) && index + 1 < lines.Count
        && MarkerReader.Read(lines[index + 1].Text) is { } marker && (stack.IsArticle(marker, captioned: true) || stack.IsCaptionedParagraph(marker));

    /// <summary>A short line of its own before the first article (of the document, or of a part whose numbers begin again) names a part.</summary>
    private bool ReadPart(SourceLine line)
    {
        if (!Headings.MayBeHeading(line.Text) || Headings.EndsOpen(line.Text) || Headings.IsMeta(line.Text) || !flow.IsAtParagraphEnd) return false;
        if (MarkerReader.Read(line.Text) is not null || at + 1 >= lines.Count) return false;
        if (stack.ArticleOpen ? !BeginsNumbersAgain(at + 1) : NextArticle(at + 1) != 1) return false;
        var part = new Draft(ClauseLevel.Part, ClauseSegmentKind.Part) { Caption = Headings.Bracketed(line.Text) ?? line.Text, Label = line.HeadingDepth > 0 ? line.Mark : "", Line = line.Number };
        part.Doubts.Add(Doubt.At(CutReason.PartGuessed, line));
        flow.OpenTop(part, numbersRestart: true);
        stack.CloseAll();
        at++;
        return true;
    }

    private bool BeginsNumbersAgain(int index)
    {
        if (Headings.Bracketed(lines[index].Text) is not null && index + 1 < lines.Count) index++;
        return MarkerReader.Read(lines[index].Text) is { Number: 1, Branches.Count: 0 } marker && marker.Scheme == articleScheme && marker.Spaced && stack.LastArticle > 1;
    }

    private int? NextArticle(int index)
    {
        for (; index < lines.Count; index++)
        {
            if (MarkerReader.Read(lines[index].Text) is { Spaced: true } marker && marker.Scheme == articleScheme && BeginsParagraph(index)) return marker.Number;
            if (Headings.Chapter(lines[index].Text).Success || Headings.Supplement(lines[index].Text).Success) return null;
        }
        return null;
    }

    private bool BeginsParagraph(int index) => index == 0 || layout.IsApart(lines[index]) || Characters.EndsSentence(lines[index - 1].Text) || Headings.IsShort(lines[index - 1].Text);

    private bool ReadMarker(SourceLine line)
    {
        if (MarkerReader.Read(line) is not { } marker || !flow.Begin(marker, line, caption)) return false;
        caption = null;
        at++;
        return true;
    }

    private bool IsArticleLine(int index) => IsCaptionOfArticle(index) || (MarkerReader.Read(lines[index].Text) is { } marker && marker.Scheme == articleScheme);

    private bool BeginsBody(int index)
    {
        var line = lines[index];
        return Headings.IsContentsTitle(line) || Headings.Intro(line.Text).Success || Headings.Chapter(line.Text).Success || Headings.Supplement(line.Text).Success
            || (articleScheme == Scheme.Heading && headings.DepthOf(line) is not null)
            || IsCaptionOfArticle(index) || (MarkerReader.Read(line.Text) is { Spaced: true } marker && stack.IsArticle(marker, captioned: false));
    }
}

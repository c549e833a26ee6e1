namespace Sekisho.PolicyText.Parsing;

/// <summary>Decides whether an unnumbered line goes on with the text before it, and joins wrapped lines.</summary>
internal sealed class Joiner(Layout layout, Cohesion cohesion)
{
    public bool IsFull(SourceLine line) => layout.IsFull(line);

    /// <summary>A paragraph and the next unnumbered line: one text, or a new paragraph?</summary>
    public bool Continues(string paragraph, SourceLine last, SourceLine next)
    {
        if (!Characters.EndsSentence(paragraph)) return true;
        if (Headings.StartsInside(next.Text)) return true;
        if (Headings.IsProviso(next.Text) && !layout.IsApart(next)) return true;
        if (!layout.ParagraphsApart) return layout is { WrapGap: 0 } && layout.IsFull(last) && (next.Gap == 0 || next.AfterPage) && (next.Indent <= last.Indent || next.Indent == layout.WrapIndent); // the full stop stands at the right edge by chance
        return !next.AfterPage && next.Gap <= layout.WrapGap;
    }

    /// <summary>True when the page itself sets the line apart as a paragraph.</summary>
    public bool IsSet(SourceLine line) => layout.IsApart(line) || line.Indent > 0 || line.AfterPage;

    /// <summary>The lines of a form stand for themselves unless one is cut at the right edge or inside words.</summary>
    public bool ContinuesForm(string paragraph, SourceLine last, SourceLine next) =>
        Characters.OpenBrackets(paragraph) > 0 || Headings.StartsInside(next.Text) || Headings.EndsOpen(paragraph) || (layout.IsFull(last) && !Characters.EndsSentence(paragraph));

    /// <summary>True when neither words nor space told a heading from a broken line: only its brothers or its shape did.</summary>
    public bool IsGuess(string candidate, SourceLine next, bool? brothersHaveHeadings) =>
        brothersHaveHeadings is null && !layout.IsApart(next) && !Headings.EndsOpen(candidate) && !Headings.StartsInside(next.Text) && Characters.OpenBrackets(candidate) == 0 && !cohesion.Binds(candidate, next.Text);

    /// <summary>A short numbered line and the unnumbered line below it: one broken text (true), or a heading and its text (false)?</summary>
    /// <param name="brothersHaveHeadings">What the clauses before it in the same list do; null when it is the first.</param>
    public bool IsBrokenLine(string candidate, SourceLine last, SourceLine next, bool? brothersHaveHeadings)
    {
        if (Headings.EndsOpen(candidate) || Headings.StartsInside(next.Text) || Characters.OpenBrackets(candidate) > 0) return true;
        if (cohesion.Binds(candidate, next.Text)) return true;
        if (layout.IsApart(next)) return false;
        if (brothersHaveHeadings is false) return true;
        return layout.IsFull(last) || (brothersHaveHeadings is null && candidate.Contains('、', StringComparison.Ordinal));
    }

    /// <summary>The next line put behind the text; a space survives where the break stood at one.</summary>
    public static string Join(string text, SourceLine last, SourceLine next)
    {
        var spaced = last.EndsWithSpace || (text.Length > 0 && Characters.IsHalfWord(text[^1]) && Characters.IsHalfWord(next.Text[0]));
        return text + (spaced ? " " : "") + next.Text;
    }
}

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
        return layout.ParagraphsApart && !next.AfterPage && next.Gap <= layout.WrapGap;
    }

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

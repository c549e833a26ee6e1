using System.Text;

namespace Sekisho.Sanitizing.HtmlBodies;

/// <summary>Collects text as a screen would lay it out: blanks run together, blocks begin lines, at most one empty line between them.</summary>
internal sealed class LineBuilder
{
    private readonly StringBuilder text = new();
    private int lineStart;
    private int breaks = 2; // nothing before the first block
    private bool space;

    internal bool IsAtLineStart => text.Length == lineStart;
    /// <summary>The line being written, for underlining a heading.</summary>
    internal string Line => text.ToString(lineStart, text.Length - lineStart);

    internal void Text(string run)
    {
        foreach (var c in run)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '\u00A0') space = true;
            else Put(c);
        }
    }

    /// <summary>Text of a pre element: blanks and line ends stay.</summary>
    internal void Preserved(string run)
    {
        foreach (var c in run.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            if (c is '\n' or '\r') Break();
            else if (c is ' ' or '\t') { text.Append(c); breaks = 0; }
            else Put(c);
        }
    }

    internal void Break()
    {
        while (text.Length > lineStart && text[^1] is ' ' or '\t') text.Length--;
        space = false;
        if (breaks >= 2) return;
        text.Append('\n');
        lineStart = text.Length;
        breaks++;
    }

    /// <summary>Begins a line if text stands on this one; <paramref name="empty"/> asks for an empty line before.</summary>
    internal void Block(bool empty)
    {
        if (breaks == 0) Break();
        if (empty && breaks == 1) Break();
    }

    public override string ToString() => text.ToString().TrimEnd();

    private void Put(char c)
    {
        if (space && text.Length > lineStart) text.Append(' ');
        space = false;
        text.Append(c);
        breaks = 0;
    }
}

using System.Text;

namespace Sekisho.Sanitizing.PlainText;

/// <summary>Collects lines of a page: blanks run together, and vanish between wide characters, where a page's source may break without meaning a space.</summary>
internal sealed class PageLines
{
    private readonly StringBuilder text = new();
    private bool space;
    private int breaks = 2;

    /// <param name="run">Characters to add to the line.</param>
    /// <param name="exact">True keeps leading blanks: the indent of a list.</param>
    public void Words(string run, bool exact = false)
    {
        foreach (var c in run)
        {
            if (!exact && c is ' ' or '\t' or '\n' or '\r' or '\f' or '\u00A0') space = true;
            else Put(c);
        }
    }

    public void Line(string line)
    {
        End();
        Words(line, exact: true);
        End();
    }

    /// <summary>Ends the line when something stands on it.</summary>
    public void End()
    {
        space = false;
        if (breaks > 0) return;
        text.Append('\n');
        breaks = 1;
    }

    /// <summary>Ends the line and leaves one empty below it.</summary>
    public void Gap(bool wanted = true)
    {
        End();
        if (!wanted || breaks >= 2) return;
        text.Append('\n');
        breaks = 2;
    }

    public override string ToString() => text.ToString().TrimEnd();

    private void Put(char c)
    {
        if (space && breaks == 0 && !(IsWide(text[^1]) && IsWide(c))) text.Append(' ');
        space = false;
        text.Append(c);
        breaks = 0;
    }

    private static bool IsWide(char c) => c > '\u2E7F';
}

namespace Sekisho.PolicyText.Parsing;

/// <summary>Puts a bracketed caption together that the right edge of the page has cut in two, before anything is read by lines.</summary>
internal static class BrokenCaptions
{
    public static IReadOnlyList<SourceLine> Mend(IReadOnlyList<SourceLine> lines)
    {
        var mended = new List<SourceLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (i + 1 < lines.Count && IsCutCaption(line, lines[i + 1]))
            {
                line = line with { Raw = line.Raw.TrimEnd() + lines[i + 1].Raw.TrimStart(), Text = line.Text + lines[i + 1].Text };
                i++;
            }
            mended.Add(line);
        }
        return mended;
    }

    private static bool IsCutCaption(SourceLine line, SourceLine next)
    {
        if (line.HasTab || next.HasTab) return false;
        var text = MarkerReader.Read(line.Text) is { Scheme: Scheme.Jou or Scheme.Dai or Scheme.Dot } marker ? marker.Rest : line.Text;
        if (text.Length is < 2 or > Headings.Longest || text[0] is not ('(' or '（') || Characters.OpenBrackets(text) == 0) return false;
        return Headings.LeadingBracket(text + next.Text) is { } inner && inner.Length > text.Length && Headings.IsShort(inner);
    }
}

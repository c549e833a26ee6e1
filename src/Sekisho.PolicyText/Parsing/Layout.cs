namespace Sekisho.PolicyText.Parsing;

/// <summary>What the page looks like, measured on the text: how much space lies between wrapped lines and between paragraphs, and how wide a full line is.</summary>
internal sealed class Layout
{
    private const int LeastPairs = 8;
    private const int DeepestIndent = 16;
    private const double MostlyApart = 0.6;
    private const double MostlyFull = 0.5;
    private readonly int? fullCharacters;
    private readonly int? fullColumns;

    public Layout(IReadOnlyList<SourceLine> lines)
    {
        var markers = lines.Select(MarkerReader.Read).ToArray();
        var wrapped = new List<(SourceLine Before, SourceLine After)>();
        var ended = new List<SourceLine>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].HasTab || lines[i].AfterPage) continue;
            if (Characters.EndsSentence(lines[i - 1].Text) && !lines[i].IsListed) ended.Add(lines[i]);
            else if (markers[i] is null && Headings.Bracketed(lines[i].Text) is null && lines[i - 1].Text.Length > Headings.Longest) wrapped.Add((lines[i - 1], lines[i]));
        }
        WrapGap = wrapped.Count >= LeastPairs ? Mode(wrapped.Select(w => w.After.Gap)) : 0;
        ParagraphsApart = ended.Count > 0 && ended.Count(l => l.Gap > WrapGap) >= MostlyApart * ended.Count;
        if (wrapped.Count < LeastPairs) return;
        WrapIndent = Mode(wrapped.Select(w => w.After.Indent));
        fullCharacters = FullWidth([.. wrapped.Select(w => w.Before.Raw.TrimEnd().Length)]);
        fullColumns = FullWidth([.. wrapped.Select(w => Characters.Columns(w.Before.Raw.TrimEnd()))]);
    }

    /// <summary>Empty lines between the lines of one sentence (1 in a text extracted with double spacing).</summary>
    public int WrapGap { get; }
    /// <summary>Columns before a wrapped line; more than 0 where the first line of a clause hangs out.</summary>
    public int WrapIndent { get; }
    /// <summary>True when paragraphs are set apart by more space than wrapped lines.</summary>
    public bool ParagraphsApart { get; }

    public bool IsApart(SourceLine line) => ParagraphsApart && line.Gap > WrapGap && !line.AfterPage;

    /// <summary>True when the line reaches the right edge, so that the next one may be its continuation.</summary>
    public bool IsFull(SourceLine line)
    {
        var text = line.Raw.TrimEnd();
        if (line.Indent > DeepestIndent) return false; // set at the middle or the right of the page
        return (fullCharacters is { } c && text.Length >= c - 1) || (fullColumns is { } w && Characters.Columns(text) >= w - 2);
    }

    private static int? FullWidth(IReadOnlyList<int> widths)
    {
        var mode = Mode(widths);
        return widths.Count(w => Math.Abs(w - mode) <= 1) >= MostlyFull * widths.Count ? mode : null;
    }

    private static int Mode(IEnumerable<int> values) =>
        values.GroupBy(v => v).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First().Key;
}

using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Parsing;

/// <summary>Text to lines: empty lines counted, page numbers and running heads dropped, marks of the extraction taken off.</summary>
internal static partial class LineReader
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^[-‐－–—―・\s　]*(?:[Pp][.．]?\s*)?[0-9０-９]{1,4}(?:\s*[/／]\s*[0-9０-９]{1,4})?(?:\s*(?:ページ|頁))?[-‐－–—―・\s　]*$", Options)]
    private static partial Regex PageNumber();
    [GeneratedRegex(@"^(?<mark>#{1,6}|[○◯●◎□■◇◆])[\s　]*(?<text>[^\s　].*)$", Options)]
    private static partial Regex HeadingMark();
    [GeneratedRegex(@"^[-*•‣◦●][\s　]+(?<text>[^\s　].*)$", Options)]
    private static partial Regex ListMark();

    public static IReadOnlyList<SourceLine> Read(string text)
    {
        var physical = SourceText.Lines(text);
        var lone = LoneNumbers.Find(physical);
        var lines = new List<SourceLine>();
        var (gap, page) = (0, false);
        for (var i = 0; i < physical.Length; i++)
        {
            var trimmed = physical[i].Trim();
            if (physical[i].Contains('\f', StringComparison.Ordinal)) page |= lines.Count > 0;
            if (trimmed.Length == 0) gap++;
            else if (lone.Contains(i)) i = ReadLoneNumber(physical, i, lines, ref gap, ref page);
            else if (PageNumber().IsMatch(trimmed)) page = true;
            else
            {
                lines.Add(Line(i + 1, physical[i], trimmed, gap, page));
                (gap, page) = (0, false);
            }
        }
        return RunningHeads.Drop(lines);
    }

    /// <summary>A number on a line of its own is read together with the text below it.</summary>
    private static int ReadLoneNumber(string[] physical, int at, List<SourceLine> lines, ref int gap, ref bool page)
    {
        var below = at + 1;
        while (below < physical.Length && physical[below].Trim().Length == 0) below++;
        var joined = physical[at].Trim() + "　" + (below < physical.Length ? physical[below].Trim() : "");
        lines.Add(new SourceLine(at + 1, joined, joined.Trim(), "", gap, page) { Doubt = CutReason.LoneNumber });
        (gap, page) = (0, false);
        return below;
    }

    private static SourceLine Line(int number, string raw, string trimmed, int gap, bool page)
    {
        if (ListMark().Match(trimmed) is { Success: true } list) return new SourceLine(number, raw, list.Groups["text"].Value, SourceLine.ListMark, gap, page);
        if (HeadingMark().Match(trimmed) is { Success: true } heading)
        {
            return new SourceLine(number, raw, heading.Groups["text"].Value, heading.Groups["mark"].Value, gap, page);
        }
        return new SourceLine(number, raw, trimmed, "", gap, page);
    }
}

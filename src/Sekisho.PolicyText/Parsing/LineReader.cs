using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Parsing;

/// <summary>Text to lines: empty lines counted, page numbers dropped, marks of the extraction taken off.</summary>
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
        var lines = new List<SourceLine>();
        var (gap, page) = (0, false);
        foreach (var raw in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Replace('\f', '\n').Split('\n'))
        {
            var trimmed = raw.Trim();
            if (trimmed.Length == 0) gap++;
            else if (PageNumber().IsMatch(trimmed)) page = true;
            else
            {
                lines.Add(Line(raw, trimmed, gap, page));
                (gap, page) = (0, false);
            }
        }
        return lines;
    }

    private static SourceLine Line(string raw, string trimmed, int gap, bool page)
    {
        if (ListMark().Match(trimmed) is { Success: true } list) return new SourceLine(raw, list.Groups["text"].Value, SourceLine.ListMark, gap, page);
        if (HeadingMark().Match(trimmed) is { Success: true } heading)
        {
            return new SourceLine(raw, heading.Groups["text"].Value, heading.Groups["mark"].Value, gap, page);
        }
        return new SourceLine(raw, trimmed, "", gap, page);
    }
}

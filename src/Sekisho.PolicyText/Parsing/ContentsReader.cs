using System.Text.RegularExpressions;
using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Parsing;

/// <summary>A table of contents: entries with or without page numbers, until the headings it announces begin.</summary>
internal static partial class ContentsReader
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(?<text>.*?)[\s　]*(?:[.．…・･‥─―⋯\s　]{2,}|\t)[\s　]*(?<page>[0-9０-９]{1,4})$", Options)]
    private static partial Regex WithPage();
    [GeneratedRegex(@"[(（]第[^()（）]*条[^()（）]*[)）]$", Options)]
    private static partial Regex ArticleRange();

    /// <summary>Reads from the line after the word 目次; returns the contents and the index of the first line below them.</summary>
    public static (Draft Contents, int Next) Read(IReadOnlyList<SourceLine> lines, int titleAt, Func<int, bool> beginsBody)
    {
        var contents = new Draft(ClauseLevel.Toc, ClauseSegmentKind.Toc) { Caption = lines[titleAt].Compact, Line = lines[titleAt].Number };
        var seen = new List<string>();
        var next = titleAt + 1;
        for (; next < lines.Count && !IsBelow(lines[next], seen) && !beginsBody(next); next++)
        {
            var (text, page) = Split(lines[next]);
            seen.Add(Core(text));
            var entry = new Draft(ClauseLevel.TocEntry, ClauseSegmentKind.E, seen.Count) { Label = page, Line = lines[next].Number };
            entry.Passages.Add(new Passage(text, lines[next]));
            contents.Children.Add(entry);
        }
        return (contents, next);
    }

    public static bool HasPage(SourceLine line) => line.HasTab || Split(line).Page.Length > 0;

    private static bool IsBelow(SourceLine line, List<string> seen)
    {
        if (line.Text.Contains('。', StringComparison.Ordinal)) return true;
        if (seen.Count == 0 || HasPage(line)) return false;
        return Core(line.Text) == seen[0];
    }

    private static (string Text, string Page) Split(SourceLine line)
    {
        if (line.HasTab)
        {
            var cells = line.Cells.Where(c => c.Length > 0).ToList();
            var page = cells.Count > 1 && cells[^1].All(Characters.IsDigit) ? cells[^1] : "";
            return (string.Join(' ', page.Length > 0 ? cells[..^1] : cells), page);
        }
        var match = WithPage().Match(line.Text);
        return match.Success ? (match.Groups["text"].Value.Trim(), match.Groups["page"].Value) : (line.Text, "");
    }

    /// <summary>An entry without number, brackets and space: what it has in common with the heading it stands for.</summary>
    private static string Core(string text)
    {
        text = ArticleRange().Replace(text.Trim(), "");
        if (Headings.Bracketed(text) is { } inner) text = inner;
        if (Headings.Chapter(text) is { Success: true } chapter) text = chapter.Groups["rest"].Value;
        else if (Headings.Intro(text) is { Success: true } intro && intro.Groups["caption"].Success) text = intro.Groups["caption"].Value;
        else if (MarkerReader.Read(text) is { Rest.Length: > 0 } marker) text = marker.Rest;
        return Characters.WithoutSpace(text);
    }
}

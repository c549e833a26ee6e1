using System.Text.RegularExpressions;
using Sekisho.PolicyText.Parsing;

namespace Sekisho.PolicyText.Tables;

/// <summary>
/// A table whose cells were extracted one below the other, each broken at the width of its column. It is known by its header (letters set apart),
/// its cells by what the document writes together elsewhere, and its columns by their widths.
/// </summary>
internal sealed partial class FlatTableReader(Cohesion cohesion)
{
    private const int LeastLetters = 4;
    private const int LongestKey = 20;
    private sealed record Cell(string Text, int Width, int FirstLine, int LastLine);

    [GeneratedRegex(@"[\s　]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();

    /// <summary>The header's cells ("文  書  名 内   容" → 文書名, 内容); null when the line is no such header.</summary>
    public static IReadOnlyList<string>? HeaderCells(SourceLine line)
    {
        var letters = Gaps().Split(line.Text);
        if (line.HasTab || letters.Length < LeastLetters || letters.Any(l => l.Length != 1 || !Characters.IsWide(l[0]))) return null;
        var gaps = Gaps().Matches(line.Text).Select(m => m.Length).ToList();
        var cells = new List<string> { letters[0] };
        for (var i = 0; i < gaps.Count; i++)
        {
            if (gaps[i] == 1 && gaps.Max() > 1) cells.Add(letters[i + 1]);
            else cells[^1] += letters[i + 1];
        }
        return cells.Count >= 2 ? cells : null;
    }

    /// <summary>Reads the rows below a header; lines behind the last full row are left to the caller.</summary>
    public (Draft Table, int Next)? Read(IReadOnlyList<SourceLine> lines, int headerAt, string title, Func<int, bool> ends)
    {
        if (HeaderCells(lines[headerAt]) is not { } header) return null;
        var end = headerAt + 1;
        while (end < lines.Count && !ends(end) && !lines[end].Text.Contains('。', StringComparison.Ordinal)) end++;
        var cells = ReadCells(lines, headerAt + 1, end);
        var rows = Rows(cells, out var lastLine);
        if (rows.Count == 0) return null;
        var columns = rows.Max(r => r.Count);
        return (TableReader.Build(title, [Pad(header, columns), .. rows.Select(r => Pad(r, columns))], lines[headerAt]), lastLine + 1);
    }

    private List<Cell> ReadCells(IReadOnlyList<SourceLine> lines, int first, int end)
    {
        var cells = new List<Cell>();
        var widest = lines.Skip(first).Take(end - first).Select(l => l.Compact.Length).DefaultIfEmpty(0).Max();
        for (var i = first; i < end; i++)
        {
            var text = lines[i].Compact;
            if (cells.Count > 0 && Joins(cells[^1], lines[i - 1].Compact, text, widest)) cells[^1] = cells[^1] with { Text = cells[^1].Text + text, Width = Math.Max(cells[^1].Width, text.Length), LastLine = i };
            else cells.Add(new Cell(text, text.Length, i, i));
        }
        return cells;
    }

    private bool Joins(Cell cell, string before, string after, int widest) =>
        cohesion.Binds(cell.Text, after) || Headings.StartsInside(after) || Headings.EndsOpen(before) || (before.Length >= widest - 1 && before.Length > LongestKey && cohesion.Occurrences(after) <= 1);

    private List<List<string>> Rows(List<Cell> cells, out int lastLine)
    {
        lastLine = -1;
        var rows = new List<List<Cell>>();
        var keys = new List<Cell>();
        foreach (var cell in cells)
        {
            keys.Add(cell);
            if (keys.Count == 1 || IsKey(cell)) continue;
            rows.Add(keys);
            keys = [];
            lastLine = cell.LastLine;
        }
        if (rows.Count == 0) return [];
        var columns = rows.Max(r => r.Count);
        var narrow = rows.Where(r => r.Count == columns).SelectMany(r => r.SkipLast(1)).Max(c => c.Width);
        return [.. rows.Select(r => Align(r, columns, narrow))];
    }

    /// <summary>A name the document also uses elsewhere; what explains it is written once.</summary>
    private bool IsKey(Cell cell) => cell.Text.Length <= LongestKey && cohesion.Occurrences(cell.Text) > (cell.FirstLine == cell.LastLine ? 1 : 0);

    /// <summary>A row with too few names: one as narrow as a column stands below a merged cell, a wider one spans the columns.</summary>
    private static List<string> Align(List<Cell> row, int columns, int narrow)
    {
        var texts = row.Select(c => c.Text).ToList();
        while (texts.Count < columns)
        {
            if (row[0].Width <= narrow) texts.Insert(0, "");
            else texts.Insert(texts.Count - 1, "");
        }
        return texts;
    }

    private static List<string> Pad(IReadOnlyList<string> row, int columns)
    {
        var padded = row.ToList();
        while (padded.Count < columns) padded.Insert(padded.Count - 1, "");
        return padded;
    }
}

using System.Text.RegularExpressions;
using Sekisho.Kernel.Clauses;
using Sekisho.PolicyText.Parsing;

namespace Sekisho.PolicyText.Tables;

/// <summary>Tables printed with tabs or bars, one row a line. The first row is the header; a merged cell repeats the value above it.</summary>
internal static partial class TableReader
{
    internal const string Between = " / ";
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?<=[^\x00-\x7F])[\s　]+|[\s　]+(?=[^\x00-\x7F])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InnerSpace();
    [GeneratedRegex(@"^\|.*\|$", Options)]
    private static partial Regex Bars();

    public static bool IsRow(SourceLine line) => Cells(line).Count(c => c.Length > 0) >= 2 || (line.HasTab && line.Cells.Count >= 3);

    public static (Draft Table, int Next) Read(IReadOnlyList<SourceLine> lines, int first, string title)
    {
        var next = first;
        while (next < lines.Count && (IsRow(lines[next]) || (lines[next].HasTab && lines[first].HasTab))) next++;
        var rows = lines.Skip(first).Take(next - first).Select(Cells).Where(r => !r.All(c => c.All(ch => ch is '-' or ':'))).ToList();
        return (Build(title, rows, lines[first]), next);
    }

    /// <summary>The table as a clause: row 0 joined with bars, below it the last column as text and the columns before as caption.</summary>
    public static Draft Build(string title, IReadOnlyList<IReadOnlyList<string>> rows, SourceLine line)
    {
        var table = new Draft(ClauseLevel.Table, ClauseSegmentKind.Table) { Caption = title, Line = line.Number };
        IReadOnlyList<string> above = [];
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = rows[i].Select(Tighten).ToList();
            var row = new Draft(ClauseLevel.TableRow, ClauseSegmentKind.R, i);
            if (i > 0)
            {
                var keys = FillFromAbove(cells[..^1], above);
                row.Caption = string.Join(Between, keys.Where(k => k.Length > 0));
                above = keys;
            }
            row.Passages.Add(new Passage(i == 0 ? string.Join(" | ", cells.Where(c => c.Length > 0)) : cells[^1], line));
            table.Children.Add(row);
        }
        return table;
    }

    /// <summary>Empty cells at the left continue the cell above; an empty cell behind a filled one belongs to the filled one.</summary>
    internal static List<string> FillFromAbove(List<string> keys, IReadOnlyList<string> above)
    {
        var filled = keys.ToList();
        for (var i = 0; i < filled.Count && filled[i].Length == 0 && i < above.Count; i++) filled[i] = above[i];
        return filled;
    }

    private static IReadOnlyList<string> Cells(SourceLine line)
    {
        if (line.HasTab) return line.Cells;
        return Bars().IsMatch(line.Text) ? line.Text[1..^1].Split('|', StringSplitOptions.TrimEntries) : [];
    }

    private static string Tighten(string cell) => InnerSpace().Replace(cell.Trim(), "");
}

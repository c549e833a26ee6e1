using System.Globalization;
using AngleSharp.Dom;

namespace Sekisho.Sanitizing.PlainText;

/// <summary>The rows of a table with every cell in its column: a cell that spans rows or columns leaves empty cells where it does not begin.</summary>
internal static class PageTable
{
    private const int MostColumns = 60;

    public static List<List<string>> Rows(IElement table, Func<IElement, string> words)
    {
        var rows = new List<List<string>>();
        var below = new Dictionary<int, int>();
        foreach (var row in table.QuerySelectorAll("tr"))
        {
            var cells = new List<string>();
            foreach (var cell in row.Children.Where(c => c.LocalName is "td" or "th"))
            {
                Skip(cells, below);
                var (across, down) = (Span(cell, "colspan"), Span(cell, "rowspan"));
                for (var i = 0; i < across && cells.Count < MostColumns; i++)
                {
                    if (down > 1) below[cells.Count] = down - 1;
                    cells.Add(i == 0 ? words(cell).Replace('\t', ' ') : "");
                }
            }
            Skip(cells, below);
            if (cells.Exists(c => c.Length > 0)) rows.Add(cells);
        }
        return rows;
    }

    private static void Skip(List<string> cells, Dictionary<int, int> below)
    {
        while (below.TryGetValue(cells.Count, out var left) && left > 0)
        {
            below[cells.Count] = left - 1;
            cells.Add("");
        }
    }

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, MostColumns) : 1;
}

using Sekisho.Conformity.Judging;

namespace Sekisho.Policy.Board;

/// <summary>The board as one person may see it.</summary>
public sealed record BoardView(BoardSnapshot Snapshot, IReadOnlyList<BoardColumn> Columns, IReadOnlyList<BoardRow> Rows, BoardLabels Labels)
{
    /// <summary>Count of one column over all articles. In the city's column a duty that stands in several places counts once.</summary>
    public Cell? Sum(int column)
    {
        var cells = Columns[column].Key == BoardColumn.CityKey ? Rows.SelectMany(r => r.Article.Obligations).DistinctBy(o => o.Obligation.Id).Select(o => o.City).ToList() : Rows.Select(r => r.Cells[column]).OfType<Cell>().ToList();
        return cells.Count == 0 ? null : new Cell(cells.Min(c => c.Verdict), cells.Sum(c => c.Good), cells.Sum(c => c.Total), cells.Any(c => c.IsStatement));
    }

    /// <summary>Whole percent, rounded down so that 100 means all; null without anything counted.</summary>
    public static int? Percent(Cell? cell) => cell is { Total: > 0 } c ? 100 * c.Good / c.Total : null;
}

using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;
using Sekisho.Shell.Routing;
using Sekisho.Shell.Tables;

namespace Sekisho.Policy.Board;

/// <summary>What part of the board is asked for, all of it in the address: columns by organ or unit, rows by chapter, role and verdict. Empty = all.</summary>
internal sealed record BoardFilter(string Organ, string Unit, string Chapter, string Role, string Verdict)
{
    public static BoardFilter Of(TableView view) => new(view.Filter("organ"), view.Filter("unit"), view.Filter("chapter"), view.Filter("role"), view.Filter("verdict"));

    /// <summary>The board with these columns and the articles of chapter and role. A unit behind a wall and one that does not exist give the same: no row.</summary>
    public BoardView Narrow(BoardView board, Current current)
    {
        var columns = Columns(board, current);
        var rows = board.Rows.Where(InChapter(board)).Where(r => Role.Length == 0 || r.Article.Obligations.Any(o => o.Obligation.Roles.Any(b => b.Value == Role)))
            .Select(r => r with { Cells = [.. columns.Select(c => BoardColumns.CellOf(r.Article, c))] });
        if (Organ.Length + Unit.Length > 0) rows = rows.Where(r => r.Cells.Skip(1).Any(c => c is not null));
        return board with { Columns = columns, Rows = [.. rows] };
    }

    /// <summary>Whether a row of the narrowed board has the verdict asked for in one of its cells.</summary>
    public bool Shows(BoardRow row) => Verdict.Length == 0 || row.Cells.Any(c => c is not null && c.Verdict.Code() == Verdict);

    private IReadOnlyList<BoardColumn> Columns(BoardView board, Current current)
    {
        if (Unit.Length > 0) return [board.Columns[0], .. BoardColumns.OfUnit(board.Snapshot.Result.Structure, board.Labels, current, Unit) is { } one ? [one] : Array.Empty<BoardColumn>()];
        return Organ.Length == 0 ? board.Columns : [board.Columns[0], .. board.Columns.Skip(1).Where(c => c.OrganCode == Organ)];
    }

    private Func<BoardRow, bool> InChapter(BoardView board)
    {
        if (Chapter.Length == 0) return _ => true;
        var articles = board.Labels.Chapters.FirstOrDefault(c => c.Path == Chapter)?.Articles;
        return row => articles?.Contains(row.Path) == true;
    }
}

using Sekisho.Conformity.Judging;

namespace Sekisho.Policy.Board;

/// <summary>One cell that differs between two boards.</summary>
internal sealed record BoardChange(string Path, string Number, string Caption, BoardColumn Column, Cell? Before, Cell? After, IReadOnlyList<ObligationChange> Changes)
{
    /// <summary>The cells of these columns that differ, article by article.</summary>
    public static IReadOnlyList<BoardChange> Between(BoardView before, BoardView after, IReadOnlyList<BoardColumn> columns)
    {
        var old = before.Rows.ToDictionary(r => r.Path, StringComparer.Ordinal);
        var rows = after.Rows.Select(r => (r.Path, r.Number, r.Caption, Old: old.GetValueOrDefault(r.Path)?.Article, New: (ArticleResult?)r.Article))
            .Concat(before.Rows.Where(r => after.Rows.All(a => a.Path != r.Path)).Select(r => (r.Path, r.Number, r.Caption, Old: (ArticleResult?)r.Article, New: (ArticleResult?)null)));
        return [.. rows.SelectMany(r => columns.Select(c => One(r.Path, r.Number, r.Caption, c, r.Old, r.New))).OfType<BoardChange>()];
    }

    private static BoardChange? One(string path, string number, string caption, BoardColumn column, ArticleResult? before, ArticleResult? after)
    {
        var (cell, old) = (after is null ? null : BoardColumns.CellOf(after, column), before is null ? null : BoardColumns.CellOf(before, column));
        var changes = ObligationChange.Between(before, after, column);
        return cell?.Verdict == old?.Verdict && changes.Count == 0 ? null : new BoardChange(path, number, caption, column, old, cell, changes);
    }
}

using Sekisho.Conformity.Judging;
using Sekisho.Shell.Language;
using Sekisho.Shell.Routing;

namespace Sekisho.Policy.Board;

/// <summary>An obligation in a column for one reader: its controls there, worst first, and the reason in one line.</summary>
internal static class ObligationWords
{
    /// <summary>The controls that have a cell in the column, worst first, each with the targets this person may see, worst first.</summary>
    public static IReadOnlyList<(ControlResult Control, IReadOnlyList<TargetResult> Targets)> Controls(ObligationResult obligation, BoardColumn column, BoardView board, Current current) =>
        [.. obligation.Controls.Select(c => (Control: c, Cell: BoardColumns.CellOf(c, column))).Where(p => p.Cell is not null).OrderBy(p => p.Cell!.Verdict)
            .Select(p => (p.Control, BoardColumns.TargetsOf(p.Control, column, board.Snapshot.Result.Structure, current)))];

    public static string Why(ObligationResult obligation, BoardColumn column, BoardView board, Current current, Words words) =>
        ReasonWords.Short(obligation, Controls(obligation, column, board, current), board.Labels, words);
}

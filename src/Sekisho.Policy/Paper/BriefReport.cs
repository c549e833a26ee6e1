using Sekisho.Conformity.Judging;
using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;
using Sekisho.Policy.Board;
using Sekisho.Policy.Exceptions;

namespace Sekisho.Policy.Paper;

/// <summary>What the one page for those who decide says; every number can be found again on the board of the same moment.</summary>
/// <param name="Before">The board of thirty days ago.</param>
/// <param name="Waiting">Exceptions somebody has to decide on.</param>
/// <param name="Ahead">Verdicts that will turn within thirty days by time alone; what must speak every day is left out.</param>
/// <param name="Checkpoint">The newest checkpoint of the ledger; on paper it shows later that nothing was cut off (rule T6).</param>
internal sealed record BriefReport(
    BoardView Board, BoardView? Before, IReadOnlyList<ExceptionRow> Waiting, long UndecidedValues, IReadOnlyList<Turn> Ahead, (string Line, DateTimeOffset SealedAt)? Checkpoint, DateOnly Today)
{
    public const int Days = 30;
    private const int Most = 5;

    public int? Rate => BoardView.Percent(Board.Sum(0));
    public int? RateBefore => Before is null ? null : BoardView.Percent(Before.Sum(0));
    public int OpenRoles => Board.Snapshot.Result.Obligations.Count(o => o.IsRoleOpen);

    public int Count(params Verdict[] verdicts) => CountIn(Board, verdicts);
    public int? CountBefore(params Verdict[] verdicts) => Before is null ? null : CountIn(Before, verdicts);
    public int Counted => Board.Snapshot.Result.Obligations.Count(o => o.City.Verdict != Verdict.NotApplicable);
    public int Kept => Count(Verdict.Conforming, Verdict.Exception);

    /// <summary>Rate of each column but the city's.</summary>
    public IReadOnlyList<(BoardColumn Column, int Rate)> Rates =>
        [.. Board.Columns.Select((c, i) => (Column: c, Rate: BoardView.Percent(Board.Sum(i)))).Skip(1).Where(p => p.Rate is not null).Select(p => (p.Column, p.Rate!.Value))];

    /// <summary>Articles whose verdict for the city is another than thirty days ago, the worst first.</summary>
    public IReadOnlyList<BoardChange> Happened => Before is null ? []
        : [.. BoardChange.Between(Before, Board, [Board.Columns[0]]).Where(c => c.After?.Verdict != c.Before?.Verdict).OrderBy(c => c.After?.Verdict ?? Verdict.NotApplicable).Take(Most)];

    public IReadOnlyList<Turn> Next => [.. Ahead.Where(t => t.To < t.From).Take(Most)];

    private static int CountIn(BoardView board, Verdict[] verdicts) => board.Snapshot.Result.Obligations.Count(o => verdicts.Contains(o.City.Verdict));
}

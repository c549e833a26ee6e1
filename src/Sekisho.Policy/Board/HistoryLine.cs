using Sekisho.Conformity.Judging;

namespace Sekisho.Policy.Board;

/// <summary>A day on which an article stood differently in a column than the day before.</summary>
/// <param name="Cell">Null: the article had nothing to do with the column.</param>
/// <param name="Changes">The obligations that changed, with the cell before; null where there was none.</param>
internal sealed record HistoryLine(DateOnly Day, Cell? Cell, Cell? Before, IReadOnlyList<ObligationChange> Changes);

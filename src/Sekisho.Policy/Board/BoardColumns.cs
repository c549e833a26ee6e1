using Sekisho.Conformity.Judging;
using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;
using Sekisho.Shell.Routing;

namespace Sekisho.Policy.Board;

/// <summary>
/// Columns: the city once, then each organ the person may see (rule M4) and its top units; one column where an organ has only one.
/// </summary>
internal static class BoardColumns
{
    public static IReadOnlyList<BoardColumn> Of(Structure structure, BoardLabels labels, Current current)
    {
        var columns = new List<BoardColumn> { new(BoardColumn.CityKey, "", null, []) };
        foreach (var organ in structure.Units.GroupBy(u => u.OrganCode, StringComparer.Ordinal))
        {
            var tops = organ.Where(u => u.ParentId is null || structure.Find(u.ParentId) is null).ToList();
            var seen = tops.Where(u => current.SeesOrgan(u.OrganCode) || Below(organ, u).Any(b => current.SeesUnit(u.OrganCode, b))).ToList();
            if (tops.Count == 1 && seen.Count == 1) columns.Add(new BoardColumn("organ:" + organ.Key, labels.Of(TargetRef.Organ(organ.Key)), organ.Key, [.. Below(organ, tops[0])]));
            else
            {
                if (seen.Count == tops.Count) columns.Add(new BoardColumn("organ:" + organ.Key, labels.Of(TargetRef.Organ(organ.Key)), organ.Key, [.. organ.Select(u => u.Id)]));
                columns.AddRange(seen.Select(u => new BoardColumn("unit:" + u.Id, labels.Of(TargetRef.Unit(u.Id)), u.OrganCode, [.. Below(organ, u)])));
            }
        }
        return columns;
    }

    /// <summary>The column of one unit with everything below it, at any depth; null when there is none this person may see.</summary>
    public static BoardColumn? OfUnit(Structure structure, BoardLabels labels, Current current, string unitId) =>
        structure.Find(unitId) is { } unit && current.SeesUnit(unit.OrganCode, unit.Id)
            ? new BoardColumn("unit:" + unit.Id, labels.Of(TargetRef.Unit(unit.Id)), unit.OrganCode, [.. Below(structure.Units.Where(u => u.OrganCode == unit.OrganCode), unit)]) : null;

    /// <summary>The column of an address: one of the board's, else that of a unit below them.</summary>
    public static BoardColumn? Find(BoardView board, Current current, string key) => board.Columns.FirstOrDefault(c => c.Key == key)
        ?? (key.StartsWith("unit:", StringComparison.Ordinal) ? OfUnit(board.Snapshot.Result.Structure, board.Labels, current, key["unit:".Length..]) : null);

    public static Cell? CellOf(ArticleResult article, BoardColumn column) => Pick(column, article.City, article.Organs, article.Units, counted: true);
    public static Cell? CellOf(ObligationResult obligation, BoardColumn column) => Pick(column, obligation.City, obligation.Organs, obligation.Units, counted: false);
    public static Cell? CellOf(ControlResult control, BoardColumn column) => Pick(column, control.City, control.Organs, control.Units, counted: true);

    /// <summary>The targets of a control that belong to the column and to what the person may see.</summary>
    public static IReadOnlyList<TargetResult> TargetsOf(ControlResult control, BoardColumn column, Structure structure, Current current) =>
        [.. control.Targets.Where(t => IsIn(t.Target, column, structure) && Sees(t.Target, structure, current)).OrderBy(t => t.Verdict).ThenBy(t => t.Target)];

    private static bool IsIn(TargetRef target, BoardColumn column, Structure structure) =>
        column.Key == BoardColumn.CityKey || (column.Key.StartsWith("organ:", StringComparison.Ordinal)
            ? structure.OrganOf(target) == column.OrganCode
            : structure.UnitOf(target) is { } unit && column.Units.Contains(unit.Id, StringComparer.Ordinal));

    /// <summary>Whether a target lies in what the person may see; what belongs to no organ is everybody's.</summary>
    public static bool Sees(TargetRef target, Structure structure, Current current) =>
        structure.OrganOf(target) is not { } organ || current.SeesOrgan(organ) || (structure.UnitOf(target) is { } unit && current.SeesUnit(organ, unit.Id));

    private static Cell? Pick(BoardColumn column, Cell city, IReadOnlyDictionary<string, Cell> organs, IReadOnlyDictionary<string, Cell> units, bool counted)
    {
        if (column.Key == BoardColumn.CityKey) return city;
        if (column.Key.StartsWith("organ:", StringComparison.Ordinal)) return organs.GetValueOrDefault(column.OrganCode!);
        var cells = column.Units.Select(u => units.GetValueOrDefault(u)).OfType<Cell>().ToList();
        if (VerdictNames.Worst(cells.Select(c => c.Verdict)) is not { } worst) return null;
        return counted ? new Cell(worst, cells.Sum(c => c.Good), cells.Sum(c => c.Total), cells.Any(c => c.IsStatement)) : Cell.One(worst, cells.Any(c => c.IsStatement));
    }

    internal static IEnumerable<string> Below(IEnumerable<UnitNode> organ, UnitNode top)
    {
        var all = organ.ToLookup(u => u.ParentId, u => u.Id, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([top.Id]);
        while (open.TryDequeue(out var id))
        {
            if (!seen.Add(id)) continue;
            foreach (var child in all[id]) open.Enqueue(child);
        }
        return seen;
    }
}

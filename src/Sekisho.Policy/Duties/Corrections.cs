using Sekisho.Conformity.Judging;
using Sekisho.Kernel;
using Sekisho.Kernel.Clauses;
using Sekisho.Platform;
using Sekisho.Platform.Duties;
using Sekisho.Policy.Board;

namespace Sekisho.Policy.Duties;

/// <summary>是正の依頼: a duty one person puts on the role that answers for a cell of the board. The cell turning well finishes it.</summary>
internal static class Corrections
{
    public const string Source = "policy.correction";

    public static string IdOf(string path, string column, Guid request) => $"{Source}/{path}|{column}|{request:N}";

    /// <summary>Finishes what was mended and ends what is finished.</summary>
    public static async Task FollowAsync(UnitOfWork work, DutyEngine engine, DutyBasis basis, DateOnly today, CancellationToken ct)
    {
        var present = await work.DutyDefinitionsAsync(Source, today, ct);
        var left = present.Where(d => CellOf(basis.Result, d.Id) is { } cell && PolicyDuties.IsWrong(cell)).ToList();
        if (left.Count == present.Count) return;
        foreach (var mended in present.Except(left)) await engine.AnswerAsync(work, mended.Id, null, null, null, ct);
        await DutyEngine.DefineAsync(work, Source, left, ct);
    }

    private static Cell? CellOf(JudgeResult result, string dutyId)
    {
        var parts = dutyId[(Source.Length + 1)..].Split('|');
        return ClauseRef.Parse(parts[0]) is { } path && result.Articles.FirstOrDefault(a => a.Path == path) is { } article && ColumnOf(result.Structure, parts[1]) is { } column
            ? BoardColumns.CellOf(article, column) : null;
    }

    /// <summary>The column of an address, without regard to who looks.</summary>
    internal static BoardColumn? ColumnOf(Structure structure, string key)
    {
        if (key == BoardColumn.CityKey) return new BoardColumn(key, "", null, []);
        return TargetRef.Parse(key) switch
        {
            { Kind: TargetKind.Organ } organ => new BoardColumn(key, "", organ.Id, []),
            { Kind: TargetKind.Unit } unit when structure.Find(unit.Id) is { } node => new BoardColumn(key, "", node.OrganCode,
                [.. BoardColumns.Below(structure.Units.Where(u => u.OrganCode == node.OrganCode), node)]),
            _ => null,
        };
    }
}

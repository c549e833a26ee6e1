using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Shell.Language;

namespace Sekisho.Policy.Board;

/// <summary>Who answers for a cell, in words: role and the people who hold it that day.</summary>
internal static class HolderNames
{
    private const int Most = 3;

    /// <summary>One statement, however many roles the article names.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(ReadScope read, BoardView board, BoardRow row, BoardColumn column, DateOnly on, Words words, CancellationToken ct)
    {
        var all = await read.RoleHoldersAsync(on, ct: ct);
        return [.. row.Article.Obligations.SelectMany(o => o.Obligation.Roles).Distinct().Take(Most).Select(r => Line(board, column, r, all, words))];
    }

    private static string Line(BoardView board, BoardColumn column, RoleCode role, IReadOnlyList<RoleHolder> all, Words words)
    {
        if (!IsSeat(role)) return Role(board, role, words);
        var held = ConformityQueries.Near([.. all.Where(h => h.Role == role)], column);
        var names = held.Take(Most).Select(h => board.Labels.Of(TargetRef.Person(h.PersonId)) + (h.IsActing ? words["policy.cell.acting"] : "")).ToList();
        var more = held.Count > Most ? words["policy.cell.more", held.Count - Most] : "";
        return Role(board, role, words) + ": " + (names.Count == 0 ? words["policy.cell.nobody"] : string.Join("、", names) + more);
    }

    /// <summary>The city, all staff and the like are nobody's seat: no holder is missing.</summary>
    internal static bool IsSeat(RoleCode role) => role.Value is not ("CITY" or "ALL_STAFF" or "CONTRACTOR" or "ENACTING_BODIES" or "UNMAPPED");

    /// <summary>The city's own word for the role, else the product's.</summary>
    public static string Role(BoardView board, RoleCode role, Words words) =>
        Documents.RoleNames.Of(board.Snapshot.Applied.Pack, role, words);
}

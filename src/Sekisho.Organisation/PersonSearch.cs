using Npgsql;
using Sekisho.Platform;
using Sekisho.Shell.Routing;
using Sekisho.Shell.Search;

namespace Sekisho.Organisation;

/// <summary>Finds people by name, kana or number, inside the walls of who asks.</summary>
internal sealed class PersonSearch : ISearchSource
{
    public string WordKey => "organisation.nav.persons";
    public int Order => 20;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(ReadScope read, string text, string folded, Current current, int limit, CancellationToken ct)
    {
        var organs = (await ListAsync(read, "select code, code from organisation.organ", ct)).Select(o => o.Item1).Where(current.SeesOrgan).ToArray();
        var found = await ListAsync(read, """
            select id, name from organisation.person where organ_code = any($1) and position($2 in search_text) > 0 order by kana collate "ja-x-icu", id limit $3
            """, ct, organs, folded, limit);
        return [.. found.Select(p => new SearchHit(p.Item2, "/organization/persons?q=" + Uri.EscapeDataString(p.Item2), p.Item1))];
    }

    private static async Task<List<(string, string)>> ListAsync(ReadScope read, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, read.Connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(string, string)>();
        while (await reader.ReadAsync(ct)) rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }
}

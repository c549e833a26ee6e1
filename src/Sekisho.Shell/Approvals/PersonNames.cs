using Npgsql;
using Sekisho.Platform;

namespace Sekisho.Shell.Approvals;

/// <summary>Names of people on a route or a list, in one statement.</summary>
internal static class PersonNames
{
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(ReadScope read, IEnumerable<string> ids, CancellationToken ct)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var wanted = ids.Distinct(StringComparer.Ordinal).ToArray();
        if (wanted.Length == 0) return names;
        await using var command = new NpgsqlCommand("select id, label from platform.subject where kind = 'person' and id = any($1)", read.Connection) { Parameters = { new() { Value = wanted } } };
        await using var r = await command.ExecuteReaderAsync(ct);
        while (await r.ReadAsync(ct)) names[r.GetString(0)] = r.GetString(1);
        return names;
    }
}

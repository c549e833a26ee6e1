using Npgsql;
using Sekisho.Kernel.Text;
using Sekisho.Platform;
using Sekisho.Policy.Documents;
using Sekisho.Shell.Routing;
using Sekisho.Shell.Search;

namespace Sekisho.Policy;

/// <summary>Finds articles of the edition in force by words of their text. The policy is open to everybody who is signed in.</summary>
internal sealed class ClauseSearch : ISearchSource
{
    private const int LongestNote = 60;

    public string WordKey => "policy.nav";
    public int Order => 10;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(ReadScope read, string text, string folded, Current current, int limit, CancellationToken ct)
    {
        // One edition has some hundred clauses: they are folded here, so that width and kana do not matter, and nothing folded is stored.
        await using var command = new NpgsqlCommand("""
            select e.document_id, c.path, c.printed_label, c.caption, c.body, d.pack_code is not null, d.title
            from policy.clause c join policy.edition e on e.id = c.edition_id join policy.document d on d.id = e.document_id
            where e.is_current and c.body || c.caption <> '' order by e.document_id, c.position
            """, read.Connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var hits = new List<SearchHit>();
        while (hits.Count < limit && await reader.ReadAsync(ct))
        {
            var (label, caption, body) = (reader.GetString(2), reader.GetString(3), reader.GetString(4));
            if (!SearchFold.Of(label + caption + body).Contains(folded, StringComparison.Ordinal)) continue;
            var article = reader.GetString(1).Split('/')[0];
            var page = reader.GetBoolean(5) ? "/policy/" + reader.GetString(0) + "/articles/" + article : PolicyLink.Text(reader.GetString(0)) + "#" + ClauseList.Anchor(reader.GetString(1));
            // A preamble or the row of a table has no label and no heading: the document names it.
            hits.Add(new(label.Length + caption.Length > 0 ? label + " " + caption : reader.GetString(6), page, body.Length > LongestNote ? body[..LongestNote] + "…" : body));
        }
        return hits;
    }
}

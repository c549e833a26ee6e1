using Microsoft.EntityFrameworkCore;
using Sekisho.Platform;
using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Findings;

/// <summary>Reading side of the pages on findings.</summary>
internal sealed class FindingReader(Database database)
{
    /// <summary>The findings the current text has, in printed order.</summary>
    public async Task<IReadOnlyList<FindingRow>> ReadAsync(PolicyView view, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var rows = await read.Context<DocumentsContext>().Findings.Where(f => f.DocumentId == view.Document.Id && f.IsPresent).ToListAsync(ct);
        var order = view.Clauses.ToDictionary(c => c.Path, c => c.Position, StringComparer.Ordinal);
        return [.. rows.OrderBy(f => order.GetValueOrDefault(f.Path, int.MaxValue)).ThenBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Id, StringComparer.Ordinal)];
    }

    public async Task<FindingRow?> FindAsync(string document, string id, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await read.Context<DocumentsContext>().Findings.SingleOrDefaultAsync(f => f.DocumentId == document && f.Id == id, ct);
    }
}

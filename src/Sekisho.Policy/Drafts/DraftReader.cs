using Microsoft.EntityFrameworkCore;
using Sekisho.Platform;
using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Drafts;

/// <summary>Reading side of drafts.</summary>
internal sealed class DraftReader(Database database)
{
    private const int Most = 100;

    /// <summary>A line of the list: without the text.</summary>
    internal sealed record Line(Guid Id, string FileName, string State, string? DocumentId, DateTimeOffset StartedAt);

    public async Task<IReadOnlyList<Line>> ListAsync(CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await read.Context<DocumentsContext>().Drafts.OrderByDescending(d => d.StartedAt).Take(Most).Select(d => new Line(d.Id, d.FileName, d.State, d.DocumentId, d.StartedAt)).ToListAsync(ct);
    }

    public async Task<DraftRow?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await read.Context<DocumentsContext>().Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct);
    }

    public async Task<IReadOnlyList<DocumentRow>> DocumentsAsync(CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await read.Context<DocumentsContext>().Documents.AsNoTracking().OrderBy(d => d.Title).ToListAsync(ct);
    }
}

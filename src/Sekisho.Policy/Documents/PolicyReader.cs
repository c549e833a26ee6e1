using Microsoft.EntityFrameworkCore;
using Sekisho.Platform;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Documents;

/// <summary>Reading side of documents for the pages of this module.</summary>
internal sealed class PolicyReader(Database database, PackLibrary packs)
{
    public async Task<PolicyView?> ReadAsync(CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await packs.AppliedAsync(read, ct) is { } applied ? await ViewAsync(read, applied, ct) : null;
    }

    private static async Task<PolicyView> ViewAsync(ReadScope read, AppliedPack applied, CancellationToken ct)
    {
        var context = read.Context<DocumentsContext>();
        var document = await context.Documents.SingleAsync(d => d.Id == applied.DocumentId, ct);
        var edition = await context.Editions.SingleOrDefaultAsync(e => e.DocumentId == document.Id && e.IsCurrent, ct);
        var clauses = edition is null ? [] : await context.Clauses.Where(c => c.EditionId == edition.Id).OrderBy(c => c.Position).ToListAsync(ct);
        var pending = await context.Scope.CountAsync(s => s.ConfirmState != Scope.ScopeRow.Confirmed, ct);
        return new PolicyView(applied, document, edition, clauses, pending);
    }
}

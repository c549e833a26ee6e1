using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Reviews;

/// <summary>Reading side of reviews.</summary>
internal sealed class ReviewReader(Database database, PackLibrary packs)
{
    /// <summary>Open ones first, then the newest.</summary>
    public async Task<IReadOnlyList<ReviewRow>> ListAsync(CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var rows = await read.Context<DocumentsContext>().Reviews.ToListAsync(ct);
        return [.. rows.OrderBy(r => r.ClosedOn is not null).ThenByDescending(r => r.OpenedOn).ThenBy(r => r.Id)];
    }

    /// <summary>Null when there is none.</summary>
    public async Task<ReviewView?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var context = read.Context<DocumentsContext>();
        if (await context.Reviews.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } row) return null;
        var document = await context.Documents.SingleAsync(d => d.Id == row.DocumentId, ct);
        var analyses = await context.Analyses.Where(a => a.ReviewId == id).OrderBy(a => a.AnalysedOn).ToListAsync(ct);
        var people = (await read.SubjectsAsync(TargetKind.Person, ct: ct)).ToDictionary(p => p.Target.Id, p => p.Label, StringComparer.Ordinal);
        return new ReviewView(row, document, analyses, people);
    }

    /// <summary>What the policy itself says of causes; null when it says nothing or there is none.</summary>
    public async Task<string?> TriggersAsync(CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return (await packs.AppliedAsync(read, ct))?.Pack.Settings.Text("review.triggers");
    }
}

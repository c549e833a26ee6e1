using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Mapping;

/// <summary>Reading side of the mapping: six statements, however long the text is.</summary>
internal sealed class MappingReader(Database database, PackLibrary packs, MappingProposals proposals)
{
    /// <summary>Refused as not found when the document is not the policy of the pack or has no text.</summary>
    public async Task<Result<MappingView>> ReadAsync(string documentId, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await packs.AppliedAsync(read, ct) is { } applied ? await ViewAsync(read.Context<DocumentsContext>(), applied, documentId, ct) : Gone;
    }

    internal async Task<Result<MappingView>> ViewAsync(DocumentsContext context, AppliedPack applied, string documentId, CancellationToken ct)
    {
        if (applied.DocumentId != documentId || await context.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == documentId, ct) is not { } document) return Gone;
        if (await context.Editions.Where(e => e.DocumentId == documentId && e.IsCurrent).Select(e => new { e.Id, e.Version }).SingleOrDefaultAsync(ct) is not { } head) return Gone;
        if (proposals.Find(head.Id, applied) is not { } made)
        {
            var done = proposals.Make(await context.Editions.AsNoTracking().SingleAsync(e => e.Id == head.Id, ct), applied);
            if (!done.IsOk) return done.As<MappingView>();
            made = done.Value;
        }
        var acts = await context.MappingActs.AsNoTracking().Where(a => a.DocumentId == documentId).OrderBy(a => a.ActedAt).ToListAsync(ct);
        return new MappingView(applied, document, head.Version, made, new MappingActs(acts, head.Id)) { EditionId = head.Id };
    }

    private static Refusal Gone { get; } = new("policy.mapping.gone", "この文書の条文がありません。", "方針の条文を取り込んでから開いてください。") { IsNotFound = true };
}

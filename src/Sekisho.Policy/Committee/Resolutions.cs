using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Exceptions;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Committee;

/// <summary>What follows from a resolution. From a vote without a quorum nothing follows.</summary>
internal static class Resolutions
{
    public static async Task<ExceptionRow?> ExceptionAsync(DocumentsContext context, AgendaItemRow item, CancellationToken ct) =>
        item.SubjectKind == AgendaItemRow.OfException && Guid.TryParseExact(item.SubjectId, "D", out var id) ? await context.Exceptions.SingleOrDefaultAsync(e => e.Id == id, ct) : null;

    public static async Task FollowAsync(UnitOfWork work, PackLibrary packs, AgendaItemRow item, ExceptionRow? exception, CancellationToken ct)
    {
        if (item.QuorumMet != true) return;
        var decision = CommitteeLink.Text(item.Id);
        if (exception is not null)
        {
            if (item.Result == AgendaItemRow.Adopted) await GrantException.GrantAsync(work, exception, decision, RoleCode.Committee.Value, item.Condition.Length > 0 ? item.Condition : null, ct);
            else GrantException.Refuse(work, exception, decision);
        }
        else if (item.SubjectKind == AgendaItemRow.OfEdition && item.Result == AgendaItemRow.Adopted) await EditionAsync(work, packs, Guid.ParseExact(item.SubjectId, "D"), decision, ct);
    }

    /// <summary>A draft carries its resolution into its publication; a text that is in force already is told again with it, and its date says whether it came afterwards.</summary>
    private static async Task EditionAsync(UnitOfWork work, PackLibrary packs, Guid id, string decision, CancellationToken ct)
    {
        var context = work.Context<DocumentsContext>();
        var edition = await context.Editions.SingleAsync(e => e.Id == id, ct);
        edition.DecisionId = decision;
        if (edition.PublicationState != EditionRow.Published) return;
        var document = await context.Documents.AsNoTracking().SingleAsync(d => d.Id == edition.DocumentId, ct);
        var before = await context.Editions.AsNoTracking().Where(e => e.DocumentId == edition.DocumentId && e.Version < edition.Version).OrderByDescending(e => e.Version).Select(e => (int?)e.Version).FirstOrDefaultAsync(ct);
        var replaced = before is { } version ? EditionFacts.Text(version) : document.PackCode is null ? null : (await packs.AppliedAsync(work, ct))?.Pack.Document.Supersedes;
        // The same publication, told again: its day stays what it was.
        work.Fact(EditionFacts.Version(document, edition, replaced), edition.ImportedAt);
    }
}

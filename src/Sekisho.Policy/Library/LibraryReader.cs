using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Scope;

namespace Sekisho.Policy.Library;

/// <summary>Reading side of the three levels of documents.</summary>
internal sealed class LibraryReader(Database database)
{
    /// <summary>Every document with its current edition and how many of the people asked have confirmed it; upper levels first, children below their parents.</summary>
    public async Task<IReadOnlyList<LibraryRow>> ListAsync(CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var context = read.Context<DocumentsContext>();
        var documents = await context.Documents.ToListAsync(ct);
        var editions = await context.Editions.Where(e => e.IsCurrent).Select(e => new EditionHead(e.DocumentId, e.Version, e.PublicationState, e.EnactedOn, e.EffectiveOn, e.Number)).ToDictionaryAsync(e => e.DocumentId, StringComparer.Ordinal, ct);
        var answers = await AnswersAsync(context, null, ct);
        return [.. documents.Select(d => new LibraryRow(d, editions.GetValueOrDefault(d.Id), answers.GetValueOrDefault((d.Id, editions.GetValueOrDefault(d.Id)?.Version ?? 0))))
            .OrderBy(r => DocumentKinds.LevelOf(r.Document.Kind)).ThenBy(r => r.Document.CreatedAt)];
    }

    /// <summary>One document with all there is to say of it; null when there is none.</summary>
    public async Task<LibraryItem?> FindAsync(string id, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var context = read.Context<DocumentsContext>();
        if (await context.Documents.SingleOrDefaultAsync(d => d.Id == id, ct) is not { } document) return null;
        var editions = await context.Editions.Where(e => e.DocumentId == id).OrderByDescending(e => e.Version).ToListAsync(ct);
        var parent = await context.Documents.SingleOrDefaultAsync(d => d.Id == document.ParentId, ct);
        var organs = (await read.SubjectsAsync(TargetKind.Organ, ct: ct)).ToDictionary(o => o.Target.Id, o => o.Label, StringComparer.Ordinal);
        var names = document.PackCode is null ? [] : await context.Scope.Where(s => s.Dimension == ScopeRow.Enactor && s.InScope).OrderBy(s => s.Position).ToListAsync(ct);
        return new LibraryItem(document, parent, editions,
            await context.Decisions.Where(d => d.DocumentId == id).ToListAsync(ct), await context.Publications.Where(p => p.DocumentId == id).OrderByDescending(p => p.CheckedAt).ToListAsync(ct),
            await context.Laws.Where(l => l.DocumentId == id).ToListAsync(ct), [.. names.Select(n => new Enactor(n.OrganCode, n.Name))], organs,
            await context.Distributions.Where(d => d.DocumentId == id).OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct), await AnswersAsync(context, id, ct));
    }

    /// <summary>The text of the current edition with its clauses, and the confirmation this person still owes; null when there is no document.</summary>
    public async Task<ReadingView?> TextAsync(string id, string? person, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var context = read.Context<DocumentsContext>();
        if (await context.Documents.SingleOrDefaultAsync(d => d.Id == id, ct) is not { } document) return null;
        var edition = await context.Editions.SingleOrDefaultAsync(e => e.DocumentId == id && e.IsCurrent, ct);
        var clauses = edition is null ? [] : await context.Clauses.Where(c => c.EditionId == edition.Id).OrderBy(c => c.Position).ToListAsync(ct);
        var asked = edition is null || person is null ? null : await (
            from d in context.Distributions join r in context.Recipients on d.Id equals r.DistributionId
            where d.DocumentId == id && d.Version == edition.Version && r.PersonId == person select new Asked(d.DueOn, r.AcknowledgedAt)).SingleOrDefaultAsync(ct);
        var me = person is null ? null : (await read.SubjectsAsync(TargetKind.Person, id: person, ct: ct)).FirstOrDefault();
        return new ReadingView(document, edition, clauses, asked, document.DisclosureClass == DocumentRow.Public || ClosedReaders.May(me));
    }

    /// <summary>Two editions; by default the draft that waits and the text in force, else that text and the one before. Null when the document or one of them is not there.</summary>
    public async Task<EditionPair?> PairAsync(string id, int? from, int? to, string? person, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var context = read.Context<DocumentsContext>();
        if (await context.Documents.SingleOrDefaultAsync(d => d.Id == id, ct) is not { } document) return null;
        var newer = to is null ? await context.NextAsync(id, ct) : await context.Editions.SingleOrDefaultAsync(e => e.DocumentId == id && e.Version == to, ct);
        var older = newer is null ? null : await context.Editions.Where(e => e.DocumentId == id && (from == null ? e.Version < newer.Version && e.PublicationState != EditionRow.Replaced : e.Version == from))
            .OrderByDescending(e => e.Version).FirstOrDefaultAsync(ct);
        if (newer is null || older is null || newer.SourceText.Length == 0 || older.SourceText.Length == 0) return null; // disposed of: only the fact that it was there is left
        var me = person is null ? null : (await read.SubjectsAsync(TargetKind.Person, id: person, ct: ct)).FirstOrDefault();
        var reviews = await context.Carried.Where(c => c.EditionId == newer.Id).OrderBy(c => c.ObligationId).ToListAsync(ct);
        return new EditionPair(document, older, newer, reviews, document.DisclosureClass == DocumentRow.Public || ClosedReaders.May(me));
    }

    /// <summary>What this person has been asked to confirm and has not.</summary>
    public async Task<IReadOnlyList<OpenConfirmation>> OpenAsync(string person, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var context = read.Context<DocumentsContext>();
        return await (from r in context.Recipients join d in context.Distributions on r.DistributionId equals d.Id join doc in context.Documents on d.DocumentId equals doc.Id
            join e in context.Editions on new { d.DocumentId, d.Version } equals new { e.DocumentId, e.Version }
            where r.PersonId == person && r.AcknowledgedAt == null && e.IsCurrent orderby d.DueOn select new OpenConfirmation(doc.Id, doc.Title, d.Version, d.DueOn)).ToListAsync(ct);
    }

    /// <summary>Who was asked, unit by unit, and who has confirmed.</summary>
    public async Task<IReadOnlyList<ReaderRow>> ReadersAsync(string id, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var context = read.Context<DocumentsContext>();
        var sent = await context.Distributions.Where(d => d.DocumentId == id).OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct);
        if (sent is null) return [];
        var rows = await context.Recipients.Where(r => r.DistributionId == sent.Id).ToListAsync(ct);
        var people = (await read.SubjectsAsync(TargetKind.Person, ct: ct)).ToDictionary(p => p.Target.Id, StringComparer.Ordinal);
        var units = (await read.SubjectsAsync(TargetKind.Unit, ct: ct)).ToDictionary(u => u.Target.Id, u => u.Label, StringComparer.Ordinal);
        return [.. rows.Select(r => new ReaderRow(r, people.GetValueOrDefault(r.PersonId)?.Label ?? r.PersonId, units.GetValueOrDefault(r.UnitId ?? "", ""))).OrderBy(r => r.Row.UnitId, StringComparer.Ordinal).ThenBy(r => r.Row.PersonId, StringComparer.Ordinal)];
    }

    private static async Task<Dictionary<(string, int), Answers>> AnswersAsync(DocumentsContext context, string? id, CancellationToken ct) =>
        (await (from d in context.Distributions join r in context.Recipients on d.Id equals r.DistributionId where id == null || d.DocumentId == id
            group r by new { d.DocumentId, d.Version } into g select new { g.Key.DocumentId, g.Key.Version, Asked = g.Count(), Done = g.Count(r => r.AcknowledgedAt != null) }).ToListAsync(ct))
        .ToDictionary(a => (a.DocumentId, a.Version), a => new Answers(a.Asked, a.Done));
}

using Microsoft.EntityFrameworkCore;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel.Clauses;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Platform;
using Sekisho.Policy.Library;
using Sekisho.PolicyText;

namespace Sekisho.Policy.Documents;

/// <summary>Everything the ledger is told when an edition becomes the text of its document, and again when a first draft is published.</summary>
internal static class EditionRecords
{
    /// <param name="Pack">Null for a document below the policy.</param>
    internal sealed record Made(DocumentRow Document, EditionRow Edition, EditionRow? Before, Pack? Pack, ParsedPolicy Text);

    public static async Task WriteAsync(UnitOfWork work, Made made, CancellationToken ct)
    {
        var (document, edition) = (made.Document, made.Edition);
        work.Fact(EditionFacts.Version(document, edition, made.Before is { } before ? EditionFacts.Text(before.Version) : made.Pack?.Document.Supersedes));
        var links = EditionFacts.Links(document.Id, edition.Version, made.Text, work.Now).Concat(await OuterAsync(work, made, ct)).ToList();
        if (made.Pack is { } pack)
        {
            foreach (var fact in EditionFacts.History(document.Id, made.Text, pack)) work.Fact(fact);
            foreach (var fact in EditionFacts.Terms(document.Id, made.Text, pack)) work.Fact(fact);
        }
        else links.AddRange(await UpperAsync(work, made, ct));
        foreach (var link in links) work.Fact(link);
        if (made.Before is { } old) await GoneAsync(work, made, old, links, ct);
        await StructureCheck.WriteAsync(work, ct);
        if (made.Pack is not null) await Findings.FindingRecorder.RecordAsync(work, document.Id, edition.Prose(), ct);
    }

    private static async Task<IEnumerable<PolicyClauseLinked>> OuterAsync(UnitOfWork work, Made made, CancellationToken ct)
    {
        var known = await work.Context<DocumentsContext>().Laws.Where(l => l.DocumentId == made.Document.Id).ToDictionaryAsync(l => l.Name, StringComparer.Ordinal, ct);
        return LawLinks.Of(made.Document.Id, made.Text, known, work.Now);
    }

    /// <summary>The names people use for the document above: its title, and 基本方針 or 対策基準 as its kind.</summary>
    private static async Task<IEnumerable<PolicyClauseLinked>> UpperAsync(UnitOfWork work, Made made, CancellationToken ct)
    {
        var context = work.Context<DocumentsContext>();
        if (made.Document.ParentId is not { } parentId || await context.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == parentId, ct) is not { } parent) return [];
        var edition = await context.Editions.AsNoTracking().SingleOrDefaultAsync(e => e.DocumentId == parentId && e.IsCurrent, ct);
        var articles = edition is null ? [] : (await context.Clauses.AsNoTracking().Where(c => c.EditionId == edition.Id).Select(c => c.Path).ToListAsync(ct)).Select(p => ClauseRef.Parse(p)!.Value).ToHashSet();
        string[] names = [parent.Title, DocumentKinds.IsPolicy(parent.Kind) ? "基本方針" : "対策基準"];
        return PolicyText.Reading.UpperReferences.Read(made.Text, names, articles).Select(r => new PolicyClauseLinked(
            made.Document.Id, r.From.ToString(), parentId, r.To.ToString(), edition is null ? null : EditionFacts.Text(edition.Version), r.IsResolved, r.IsResolved ? null : "no_such_clause", work.Now));
    }

    /// <summary>References and defined words the new text no longer has are closed, so that they stop counting.</summary>
    private static async Task GoneAsync(UnitOfWork work, Made made, EditionRow old, List<PolicyClauseLinked> links, CancellationToken ct)
    {
        var before = (await work.Context<DocumentsContext>().Editions.AsNoTracking().SingleAsync(e => e.Id == old.Id, ct)).Tree();
        var now = links.Select(l => (l.FromPath, l.ToDoc, l.ToPath)).ToHashSet();
        var laws = await work.Context<DocumentsContext>().Laws.Where(l => l.DocumentId == made.Document.Id).ToDictionaryAsync(l => l.Name, StringComparer.Ordinal, ct);
        var gone = EditionFacts.Links(made.Document.Id, old.Version, before, work.Now).Concat(LawLinks.Of(made.Document.Id, before, laws, work.Now)).Where(l => !now.Contains((l.FromPath, l.ToDoc, l.ToPath)));
        foreach (var link in gone) work.Fact(link with { Resolved = false, Reason = "removed" });
        var words = PolicyText.Reading.DefinedTerms.Read(made.Text).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        foreach (var term in PolicyText.Reading.DefinedTerms.Read(before).Where(t => !words.Contains(t.Term)).DistinctBy(t => t.Term))
            work.Fact(new PolicyTermBound(made.Document.Id, term.Term, "removed", null, term.Path.ToString(), term.Term));
    }
}

using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Policy.Records;

/// <summary>Takes the content of one record away. Numbers, days and the digest of what was there stay; the ledger's own records stay as they are.</summary>
internal static class RecordEraser
{
    /// <returns>SHA-256 of the content; null when there is no such record any more.</returns>
    public static Task<string?> EraseAsync(UnitOfWork work, string kind, string reference, CancellationToken ct)
    {
        var context = work.Context<DocumentsContext>();
        return kind switch
        {
            RecordClassRow.Edition => EditionAsync(context, Guid.ParseExact(reference, "D"), ct),
            RecordClassRow.Draft => DraftAsync(context, Guid.ParseExact(reference, "D"), ct),
            RecordClassRow.Distribution => DistributionAsync(context, Guid.ParseExact(reference, "D"), ct),
            RecordClassRow.Review => ReviewAsync(context, Guid.ParseExact(reference, "D"), ct),
            RecordClassRow.Decision => DecisionAsync(context, reference.Split('/'), ct),
            _ => throw new InvalidOperationException("No such kind of record: " + kind),
        };
    }

    private static async Task<string?> EditionAsync(DocumentsContext context, Guid id, CancellationToken ct)
    {
        if (await context.Editions.SingleOrDefaultAsync(e => e.Id == id && !e.IsCurrent, ct) is not { } edition) return null;
        context.RemoveRange(await context.Clauses.Where(c => c.EditionId == id).ToListAsync(ct));
        context.RemoveRange(await context.Carried.Where(c => c.EditionId == id).ToListAsync(ct));
        edition.SourceText = "";
        return edition.TextSha256;
    }

    private static async Task<string?> DraftAsync(DocumentsContext context, Guid id, CancellationToken ct)
    {
        if (await context.Drafts.SingleOrDefaultAsync(d => d.Id == id && d.State != Drafts.DraftRow.Open, ct) is not { } draft) return null;
        var digest = Sum(draft.SourceText, draft.Beginning, draft.Edits);
        (draft.SourceText, draft.Beginning, draft.Edits) = ("", "", "");
        return digest;
    }

    private static async Task<string?> DistributionAsync(DocumentsContext context, Guid id, CancellationToken ct)
    {
        var people = await context.Recipients.Where(r => r.DistributionId == id).OrderBy(r => r.PersonId).ToListAsync(ct);
        var digest = Sum([.. people.Select(p => p.PersonId + " " + p.Method + " " + p.AcknowledgedAt?.ToString("O", System.Globalization.CultureInfo.InvariantCulture))]);
        context.RemoveRange(people);
        return digest;
    }

    private static async Task<string?> ReviewAsync(DocumentsContext context, Guid id, CancellationToken ct)
    {
        if (await context.Reviews.SingleOrDefaultAsync(r => r.Id == id && r.ClosedOn != null, ct) is not { } review) return null;
        var analyses = await context.Analyses.Where(a => a.ReviewId == id).OrderBy(a => a.Id).ToListAsync(ct);
        var digest = Sum([review.TriggerRef, review.Conclusion ?? "", .. analyses.Select(a => a.Findings)]);
        (review.TriggerRef, review.Conclusion) = ("", null);
        foreach (var analysis in analyses) analysis.Findings = "";
        return digest;
    }

    private static async Task<string?> DecisionAsync(DocumentsContext context, string[] key, CancellationToken ct)
    {
        var version = int.Parse(key[1], System.Globalization.CultureInfo.InvariantCulture);
        if (await context.Decisions.SingleOrDefaultAsync(d => d.DocumentId == key[0] && d.Version == version && d.OrganCode == key[2], ct) is not { } decision) return null;
        var digest = Sum(decision.DecisionRef);
        decision.DecisionRef = "";
        return digest;
    }

    private static string Sum(params string[] parts) => Digest.OfText(string.Join('\n', parts)).Hex;
}

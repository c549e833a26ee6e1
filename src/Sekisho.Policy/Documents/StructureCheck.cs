using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Platform;

namespace Sekisho.Policy.Documents;

/// <summary>方針、基準、手順の親子: writes one fact a document with an edition. Runs every day and after every import.</summary>
internal static class StructureCheck
{
    private static readonly HashSet<string> Upper = new(StringComparer.Ordinal) { "policy", "basic_policy", "instruction", "ordinance", "regulation" };

    public static async Task WriteAsync(UnitOfWork work, CancellationToken ct)
    {
        await work.SaveAsync(ct);
        var context = work.Context<DocumentsContext>();
        var withText = await context.Editions.AsNoTracking().Where(e => e.IsCurrent).ToDictionaryAsync(e => e.DocumentId, e => e.Version, StringComparer.Ordinal, ct);
        var documents = (await context.Documents.AsNoTracking().ToListAsync(ct)).Where(d => withText.ContainsKey(d.Id)).ToList();
        foreach (var fact in Facts(documents, withText, work.Now)) work.Fact(fact);
    }

    internal static IReadOnlyList<PolicyStructureVerified> Facts(IReadOnlyList<DocumentRow> documents, IReadOnlyDictionary<string, int> versions, DateTimeOffset now)
    {
        var byId = documents.ToDictionary(d => d.Id, StringComparer.Ordinal);
        var orphans = documents.Count(d => !Upper.Contains(d.Kind) && d.ParentId is null);
        var cycles = documents.Count(d => IsInCycle(d, byId));
        return [.. documents.Select(d => new PolicyStructureVerified(
            d.Id, d.ParentId, d.ParentId is { } parent && versions.TryGetValue(parent, out var v) ? v.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            d.ParentId is { } p && !byId.ContainsKey(p), orphans, cycles, now))];
    }

    private static bool IsInCycle(DocumentRow start, Dictionary<string, DocumentRow> byId)
    {
        var at = start;
        for (var steps = 0; steps <= byId.Count; steps++)
        {
            if (at.ParentId is not { } parent || !byId.TryGetValue(parent, out var next)) return false;
            if (next == start) return true;
            at = next;
        }
        return false;
    }
}

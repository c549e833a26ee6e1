using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Scope;

/// <summary>Reading side of the scope page.</summary>
internal sealed class ScopeReader(Database database, PackLibrary packs)
{
    /// <summary>The document the places belong to, the entries, the organs to choose from, and the places as printed.</summary>
    public async Task<(string Document, IReadOnlyList<ScopeRow> Rows, IReadOnlyList<(string Id, string Label)> Organs, IReadOnlyDictionary<string, string> Places)> ReadAsync(CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var context = read.Context<DocumentsContext>();
        var document = await packs.AppliedAsync(read, ct) is { } applied ? applied.DocumentId : "";
        var rows = await context.Scope.OrderBy(s => s.Position).ToListAsync(ct);
        var organs = (await read.SubjectsAsync(TargetKind.Organ, ct: ct)).Select(o => (o.Target.Id, o.Label)).ToList();
        var paths = rows.Select(r => r.Path).OfType<string>().Distinct().ToList();
        var places = await (from edition in context.Editions
                            where edition.DocumentId == document && edition.IsCurrent
                            join clause in context.Clauses on edition.Id equals clause.EditionId
                            where paths.Contains(clause.Path)
                            select new { clause.Path, clause.PrintedLabel, clause.Caption }).ToDictionaryAsync(c => c.Path, c => (c.PrintedLabel + " " + c.Caption).Trim(), StringComparer.Ordinal, ct);
        return (document, rows, organs, places);
    }
}

using Microsoft.EntityFrameworkCore;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Packs;
using Sekisho.Shell.Language;

namespace Sekisho.Policy.Documents;

/// <summary>Reading side of documents for the pages of this module.</summary>
internal sealed class PolicyReader(Database database, PackLibrary packs)
{
    private const int MostNames = 3;

    public async Task<PolicyView?> ReadAsync(CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await packs.AppliedAsync(read, ct) is { } applied ? await ViewAsync(read, applied, ct) : null;
    }

    /// <summary>The roles of these obligations and who holds them on that day.</summary>
    public async Task<IReadOnlyList<RoleHolders>> HoldersAsync(Pack pack, IReadOnlyList<Obligation> obligations, DateOnly on, Words words, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var holders = (await read.RoleHoldersAsync(on, ct: ct)).ToLookup(h => h.Role);
        var people = (await read.SubjectsAsync(TargetKind.Person, ct: ct)).ToDictionary(p => p.Target.Id, p => p.Label, StringComparer.Ordinal);
        return [.. obligations.SelectMany(o => o.Roles).Distinct().Select(role => new RoleHolders(RoleNames.Of(pack, role, words), Names([.. holders[role]], people, words)))];
    }

    private static string Names(IReadOnlyList<RoleHolder> holders, IReadOnlyDictionary<string, string> people, Words words)
    {
        if (holders.Count == 0) return words["policy.article.nobody"];
        var names = holders.Take(MostNames).Select(h => people.GetValueOrDefault(h.PersonId, h.PersonId) + (h.IsActing ? words["policy.article.acting"] : ""));
        return string.Join("、", names) + (holders.Count > MostNames ? words["policy.article.more", holders.Count - MostNames] : "");
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

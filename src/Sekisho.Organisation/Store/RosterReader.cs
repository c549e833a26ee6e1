using Microsoft.EntityFrameworkCore;
using Sekisho.Organisation.Model;

namespace Sekisho.Organisation.Store;

/// <summary>Reads the whole roster with a fixed number of statements, however large the city and whoever asks.</summary>
internal static class RosterReader
{
    public static async Task<Roster> ReadAsync(OrganisationContext db, CancellationToken ct) => new()
    {
        Organs = [.. (await ListAsync<Organ>(db, ct)).OrderBy(o => o.Sort).ThenBy(o => o.Code, StringComparer.Ordinal)],
        Units = [.. (await ListAsync<Unit>(db, ct)).OrderBy(u => u.Sort).ThenBy(u => u.Id, StringComparer.Ordinal)],
        Successions = await ListAsync<UnitSuccession>(db, ct),
        Posts = [.. (await ListAsync<Post>(db, ct)).OrderBy(p => p.Sort).ThenBy(p => p.Code, StringComparer.Ordinal)],
        Traits = await ListAsync<PostTrait>(db, ct),
        Persons = [.. (await ListAsync<Person>(db, ct)).OrderBy(p => p.Id, StringComparer.Ordinal)],
        States = await ListAsync<PersonState>(db, ct),
        Tenures = await ListAsync<Tenure>(db, ct),
        Charges = [.. (await ListAsync<Charge>(db, ct)).OrderBy(c => c.Sort).ThenBy(c => c.Id, StringComparer.Ordinal)],
        Nominations = await ListAsync<Nomination>(db, ct),
        Deputies = await ListAsync<Deputy>(db, ct),
        Proposals = [.. (await ListAsync<RoleProposal>(db, ct)).OrderBy(p => p.Sort).ThenBy(p => p.LocalName, StringComparer.Ordinal)],
        Assignments = await ListAsync<TargetAssignment>(db, ct),
        Openings = await ListAsync<OrganOpening>(db, ct),
    };

    private static async Task<IReadOnlyList<T>> ListAsync<T>(OrganisationContext db, CancellationToken ct) where T : class =>
        await db.Set<T>().AsNoTracking().ToListAsync(ct);
}

using System.Security.Claims;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Shell.Routing;

namespace Sekisho.Access.Sessions;

/// <summary>What the registries say about the person today: organ, unit, roles and the units they reach.</summary>
internal sealed class PersonClaims(Database database, TimeProvider time)
{
    /// <summary>Kind of the link from a unit to the one above it.</summary>
    private const string PartOf = "unit.parent";
    /// <summary>Deepest nesting followed: a ring of links must not hang a request.</summary>
    private const int Deepest = 8;

    public async Task<IReadOnlyList<Claim>> OfAsync(SessionRow session, CancellationToken ct)
    {
        var claims = new List<Claim>
        {
            // Form tokens are bound to this claim alone: a role that begins or ends must not spoil an open form.
            new(ClaimTypes.NameIdentifier, session.AccountId),
            new(SekishoClaims.Person, session.ActorId), new(SekishoClaims.Account, session.AccountId), new(SekishoClaims.Name, session.Name),
            new(SekishoClaims.Session, session.Id.ToString("N")),
        };
        if (session.ActingRole is { } acting) claims.Add(new(SekishoClaims.ActingRole, acting));
        if (session.PreviousSignIn is { } last) claims.Add(new(SekishoClaims.LastSignIn, Instant.Text(last)));
        if (session.PersonId is { } person) await AddPersonAsync(claims, person, ct);
        if (session.IsAdministrator) claims.Add(new(SekishoClaims.Role, new HeldRole(Roles.Administrator, null, null).ToClaim()));
        return claims;
    }

    private async Task AddPersonAsync(List<Claim> claims, string person, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        if ((await read.SubjectsAsync(TargetKind.Person, id: person, ct: ct)) is [{ } subject, ..])
        {
            if (subject.OrganCode is { } organ) claims.Add(new(SekishoClaims.Organ, organ));
            if (subject.UnitId is { } unit)
            {
                claims.Add(new(SekishoClaims.Unit, unit));
                if ((await read.SubjectsAsync(TargetKind.Unit, id: unit, ct: ct)) is [{ } own, ..]) claims.Add(new(SekishoClaims.Post, own.Label));
            }
        }
        var holders = await read.RoleHoldersAsync(JapanTime.Day(time.GetUtcNow()), person: person, ct: ct);
        // A role of the whole city has no organ as its limit.
        foreach (var held in holders.Select(h => new HeldRole(h.Role.Value, h.OrganCode == TargetRef.City.Id ? null : h.OrganCode, h.UnitId)).Distinct()) claims.Add(new(SekishoClaims.Role, held.ToClaim()));
        foreach (var unit in await BelowAsync(read, holders.Select(h => h.UnitId).OfType<string>(), ct)) claims.Add(new(SekishoClaims.UnitInScope, unit));
    }

    private static async Task<IReadOnlySet<string>> BelowAsync(ReadScope read, IEnumerable<string> tops, CancellationToken ct)
    {
        var reached = tops.ToHashSet(StringComparer.Ordinal);
        if (reached.Count == 0) return reached;
        var children = (await read.LinksAsync(kind: PartOf, ct: ct)).ToLookup(l => l.To.Id, l => l.From.Id, StringComparer.Ordinal);
        var level = reached.ToList();
        for (var depth = 0; depth < Deepest && level.Count > 0; depth++)
            level = level.SelectMany(parent => children[parent]).Where(reached.Add).ToList();
        return reached;
    }
}

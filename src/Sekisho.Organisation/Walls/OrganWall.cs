using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;
using Sekisho.Platform;

namespace Sekisho.Organisation.Walls;

/// <summary>
/// Which organs are open to somebody on a day (rule M4): the own one, those of a 併任, those opened by a recorded 委任, and all of them to holders of a role
/// of the whole city and to our own services. The installation's administrator sees no organ's people; to set a city up he may write while there is none yet.
/// </summary>
public sealed class OrganWall
{
    private readonly HashSet<string> open;

    private OrganWall(bool all, IEnumerable<string> open) => (OpensAll, this.open) = (all, open.ToHashSet(StringComparer.Ordinal));

    public bool OpensAll { get; }
    public bool Opens(string organCode) => OpensAll || open.Contains(organCode);

    public static OrganWall None { get; } = new(false, []);
    public static OrganWall Open { get; } = new(true, []);

    public static OrganWall Of(Roster roster, Actor actor, DateOnly day)
    {
        if (actor.Kind == ActorKind.Service) return Open;
        if (actor.PersonId is not { } person) return None;
        // Nobody stands behind a wall yet: the first import makes them.
        if (roster.Persons.Count == 0) return actor.Roles.Contains(Sekisho.Shell.Routing.Roles.Administrator) ? Open : None;
        if (RoleDerivation.HoldersOn(roster, day).Any(h => h.PersonId == person && h.Seat is { IsCityWide: true, UnitId: "" })) return Open;
        return new OrganWall(false, OwnOrgans(roster, actor, person, day));
    }

    private static HashSet<string> OwnOrgans(Roster roster, Actor actor, string person, DateOnly day)
    {
        var posts = roster.Posts.ToDictionary(p => p.Code, p => p.OrganCode, StringComparer.Ordinal);
        var own = roster.Tenures.Where(t => t.PersonId == person && t.Period.Contains(day)).Select(t => posts[t.PostCode]).ToHashSet(StringComparer.Ordinal);
        if (actor.OrganCode is { } organ) own.Add(organ);
        own.UnionWith(roster.Openings.Where(o => o.Period.Contains(day) && own.Contains(o.OpenedTo)).Select(o => o.OrganCode).ToList());
        return own;
    }
}

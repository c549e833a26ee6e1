using Sekisho.Organisation.Model;

namespace Sekisho.Organisation.Roles;

/// <summary>Look-ups over a roster, made once: a derivation asks thousands of times.</summary>
internal sealed class RosterView
{
    private readonly Dictionary<string, Organ> organs;
    private readonly Dictionary<string, Unit> units;
    private readonly Dictionary<string, Post> posts;
    private readonly ILookup<string, Unit> unitsByOrgan;
    private readonly ILookup<string, Post> postsByUnit;
    private readonly ILookup<string, Tenure> tenuresByPost, tenuresByPerson;
    private readonly ILookup<string, PostTrait> traitsByPost, traitsByName;
    private readonly ILookup<string, Period> active;
    private readonly ILookup<Seat, Nomination> nominations;

    public RosterView(Roster roster)
    {
        Roster = roster;
        organs = roster.Organs.ToDictionary(o => o.Code, StringComparer.Ordinal);
        units = roster.Units.ToDictionary(u => u.Id, StringComparer.Ordinal);
        posts = roster.Posts.ToDictionary(p => p.Code, StringComparer.Ordinal);
        unitsByOrgan = roster.Units.ToLookup(u => u.OrganCode, StringComparer.Ordinal);
        postsByUnit = roster.Posts.ToLookup(p => p.UnitId ?? "", StringComparer.Ordinal);
        tenuresByPost = roster.Tenures.ToLookup(t => t.PostCode, StringComparer.Ordinal);
        tenuresByPerson = roster.Tenures.ToLookup(t => t.PersonId, StringComparer.Ordinal);
        traitsByPost = roster.Traits.ToLookup(t => t.PostCode, StringComparer.Ordinal);
        traitsByName = roster.Traits.ToLookup(t => t.Trait, StringComparer.Ordinal);
        active = roster.States.Where(s => s.State == PersonState.Active).ToLookup(s => s.PersonId, s => s.Period, StringComparer.Ordinal);
        nominations = roster.Nominations.ToLookup(n => new Seat(n.Role, n.OrganCode, n.UnitId));
    }

    public Roster Roster { get; }

    public Organ? Organ(string code) => organs.GetValueOrDefault(code);
    public Unit? Unit(string? id) => id is null ? null : units.GetValueOrDefault(id);
    public Post? Post(string code) => posts.GetValueOrDefault(code);

    public Period OrganLife(string code) => code == Model.Organ.CityWide ? Period.Always
        : organs.TryGetValue(code, out var organ) ? organ.Period : new Period(DateOnly.MinValue, DateOnly.MinValue);

    /// <summary>The units of an organ; of every organ for the whole city.</summary>
    public IEnumerable<Unit> UnitsOf(string organCode) => organCode == Model.Organ.CityWide ? units.Values : unitsByOrgan[organCode];

    public IEnumerable<Post> PostsByCode(string code) => posts.TryGetValue(code, out var post) ? [post] : [];
    public IEnumerable<Post> PostsIn(string unitId) => postsByUnit[unitId];
    public IEnumerable<Post> PostsWith(IReadOnlyList<string> traits) =>
        traits.Count == 0 ? [] : traitsByName[traits[0]].Select(t => t.PostCode).Distinct(StringComparer.Ordinal).SelectMany(PostsByCode);

    public IEnumerable<Tenure> TenuresOf(string postCode) => tenuresByPost[postCode];
    public IEnumerable<Tenure> TenuresOfPerson(string personId) => tenuresByPerson[personId];
    public IEnumerable<Nomination> NominationsOf(Seat seat) => nominations[seat];

    /// <summary>When the person is 在職.</summary>
    public IReadOnlyList<Period> ActiveOf(string personId) => Period.Join(active[personId]);

    /// <summary>When the post has all of the attributes.</summary>
    public IReadOnlyList<Period> PeriodsWith(string postCode, IReadOnlyList<string> traits)
    {
        IReadOnlyList<Period> all = traits.Count == 0 ? [] : [Period.Always];
        foreach (var trait in traits)
            all = [.. from has in traitsByPost[postCode].Where(t => string.Equals(t.Trait, trait, StringComparison.Ordinal))
                      from so in all
                      let both = so.Intersect(has.Period)
                      where !both.IsEmpty
                      select both];
        return Period.Join(all);
    }

    /// <summary>When the person has a post in the unit or below it.</summary>
    public IReadOnlyList<Period> WorksIn(string personId, string unitId) => Period.Join(
        from tenure in tenuresByPerson[personId]
        where posts.TryGetValue(tenure.PostCode, out var post) && IsWithin(post.UnitId, unitId)
        select tenure.Period);

    /// <summary>The unit itself or one below it. A loop in the data ends the walk: a chain is never longer than there are units.</summary>
    public bool IsWithin(string? unitId, string above)
    {
        for (var steps = 0; unitId is not null && steps <= units.Count; steps++)
        {
            if (string.Equals(unitId, above, StringComparison.Ordinal)) return true;
            unitId = units.GetValueOrDefault(unitId)?.ParentId;
        }
        return false;
    }
}

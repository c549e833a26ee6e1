namespace Sekisho.Organisation.Roles;

/// <summary>A role a person gains or loses by a change of the roster, and the day it takes effect.</summary>
/// <param name="Gains">True = gains, false = loses.</param>
public sealed record RoleChange(string PersonId, Seat Seat, bool Gains, DateOnly On, bool IsActing)
{
    /// <summary>Differences of two timelines in beginnings and ends, in order of day and person.</summary>
    public static IReadOnlyList<RoleChange> Between(IReadOnlyList<Holding> before, IReadOnlyList<Holding> after)
    {
        var old = before.SelectMany(Turns).ToHashSet();
        var now = after.SelectMany(Turns).ToHashSet();
        return [.. now.Except(old).Concat(old.Except(now).Select(c => c with { Gains = !c.Gains }))
            .OrderBy(c => c.On).ThenBy(c => c.PersonId, StringComparer.Ordinal).ThenBy(c => c.Seat)];
    }

    private static IEnumerable<RoleChange> Turns(Holding h)
    {
        yield return new RoleChange(h.PersonId, h.Seat, true, h.ValidFrom, h.IsActing);
        if (h.ValidTo is { } end) yield return new RoleChange(h.PersonId, h.Seat, false, end, h.IsActing);
    }
}

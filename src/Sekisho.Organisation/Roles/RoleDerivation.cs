using Sekisho.Organisation.Model;

namespace Sekisho.Organisation.Roles;

/// <summary>
/// Roles are derived, never assigned: charges × who holds the post, nominations, deputies (architecture §1). Pure; every answer for any date
/// follows from one timeline.
/// </summary>
public static class RoleDerivation
{
    private const string ByDeputy = "deputy";

    /// <summary>Every holding of every seat over all time, in a stable order.</summary>
    public static IReadOnlyList<Holding> Timeline(Roster roster)
    {
        var view = new RosterView(roster);
        var found = new List<Holding>();
        foreach (var charge in roster.Charges)
            foreach (var (seat, period) in SeatsOf(charge, view))
                found.AddRange(HoldersOf(charge, seat, period, view));
        var seats = Seats(view);
        foreach (var deputy in roster.Deputies)
            if (seats.TryGetValue(new Seat(deputy.Role, deputy.OrganCode, deputy.UnitId), out var periods))
                found.AddRange(from period in periods
                               from active in view.ActiveOf(deputy.PersonId)
                               select Of(new Seat(deputy.Role, deputy.OrganCode, deputy.UnitId), deputy.PersonId, "", ByDeputy, "", true,
                                   period.Intersect(deputy.Period).Intersect(active)));
        return Joined(found);
    }

    /// <summary>Who holds which seat on the day, acting holders included.</summary>
    public static IReadOnlyList<Holding> HoldersOn(Roster roster, DateOnly day) => [.. Timeline(roster).Where(h => h.Period.Contains(day))];

    /// <summary>The seats that must be filled on the day.</summary>
    public static IReadOnlyList<Seat> SeatsOn(Roster roster, DateOnly day) =>
        [.. Seats(new RosterView(roster)).Where(s => s.Value.Any(p => p.Contains(day))).Select(s => s.Key).Order()];

    /// <summary>The seats without a holder in full on the day, with the day that began and who stands in.</summary>
    public static IReadOnlyList<Vacancy> VacanciesOn(Roster roster, IReadOnlyList<Holding> timeline, DateOnly day)
    {
        var held = timeline.ToLookup(h => h.Seat);
        var vacant = new List<Vacancy>();
        foreach (var (seat, periods) in Seats(new RosterView(roster)).OrderBy(s => s.Key))
        {
            var full = held[seat].Where(h => !h.IsActing).Select(h => h.Period).ToList();
            var acting = held[seat].FirstOrDefault(h => h.IsActing && h.Period.Contains(day))?.PersonId ?? "";
            vacant.AddRange(periods.SelectMany(p => p.Without(full)).Where(p => p.Contains(day))
                .Select(gap => new Vacancy(seat.Role, seat.OrganCode, seat.UnitId, gap.From, acting)));
        }
        return vacant;
    }

    private static Dictionary<Seat, IReadOnlyList<Period>> Seats(RosterView view) => view.Roster.Charges
        .SelectMany(c => SeatsOf(c, view)).GroupBy(s => s.Seat).ToDictionary(g => g.Key, g => Period.Join(g.Select(s => s.Period)));

    internal static IEnumerable<(Seat Seat, Period Period)> SeatsOf(Charge charge, RosterView view)
    {
        if (!charge.IsPerUnit)
        {
            var life = charge.Period.Intersect(view.OrganLife(charge.OrganCode));
            return life.IsEmpty ? [] : [(new Seat(charge.Role, charge.OrganCode, ""), life)];
        }
        return view.UnitsOf(charge.OrganCode)
            .Where(u => charge.UnitClasses.Contains(u.UnitClass, StringComparer.Ordinal) && charge.Period.Overlaps(u.Period))
            .Select(u => (new Seat(charge.Role, u.OrganCode, u.Id), charge.Period.Intersect(u.Period)));
    }

    private static IEnumerable<Holding> HoldersOf(Charge charge, Seat seat, Period period, RosterView view)
    {
        if (charge.Filling == Charge.ByNomination) return Named(charge, seat, period, view);
        return from post in PostsOf(charge, seat, view)
               from tenure in view.TenuresOf(post.Code)
               from has in charge.Filling == Charge.ByTrait ? view.PeriodsWith(post.Code, charge.Traits) : [Period.Always]
               from active in view.ActiveOf(tenure.PersonId)
               select Of(seat, tenure.PersonId, post.Code, charge.Filling, "", tenure.Kind == Tenure.Acting,
                   period.Intersect(post.Period).Intersect(has).Intersect(tenure.Period).Intersect(active));
    }

    private static IEnumerable<Post> PostsOf(Charge charge, Seat seat, RosterView view) =>
        charge.Filling == Charge.ByPost ? view.PostsByCode(charge.Filler)
        : charge.IsPerUnit ? view.PostsIn(seat.UnitId)
        : view.PostsWith(charge.Traits);

    private static IEnumerable<Holding> Named(Charge charge, Seat seat, Period period, RosterView view) =>
        from nomination in view.NominationsOf(seat)
        where string.Equals(nomination.NamedByRole, charge.Filler, StringComparison.Ordinal)
        from active in view.ActiveOf(nomination.PersonId)
        from works in charge.IsPerUnit ? view.WorksIn(nomination.PersonId, seat.UnitId) : [Period.Always]
        select Of(seat, nomination.PersonId, "", Charge.ByNomination, nomination.NamedByRole, false,
            period.Intersect(nomination.Period).Intersect(active).Intersect(works));

    private static Holding Of(Seat seat, string person, string post, string basis, string by, bool acting, Period period) =>
        new(seat.Role, seat.OrganCode, seat.UnitId, person, post, basis, by, acting, period.From, period.To);

    private static List<Holding> Joined(IEnumerable<Holding> found) =>
    [
        .. from holding in found
           where !holding.Period.IsEmpty
           group holding.Period by holding with { ValidFrom = default, ValidTo = null } into same
           from period in Period.Join(same)
           let joined = same.Key with { ValidFrom = period.From, ValidTo = period.To }
           orderby joined.Seat, joined.ValidFrom, joined.PersonId, joined.PostCode, joined.Basis
           select joined,
    ];
}

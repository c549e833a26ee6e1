using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;

namespace Sekisho.Organisation.Screens;

/// <summary>One line of the table of roles: a role in one organ (or the city) with all its charges, who holds it on a day and what changes.</summary>
public sealed record RoleLine(
    string Role, string OrganCode, string LocalName, IReadOnlyList<Charge> Charges, IReadOnlyList<Seat> Seats, IReadOnlyList<Holding> Holders,
    IReadOnlyList<Holding> Before, IReadOnlyList<Vacancy> Vacant, DateOnly? NextTurn)
{
    public bool IsSingle => Charges.All(c => !c.IsPerUnit);

    /// <summary>Seats whose holders are others than on the day compared with.</summary>
    public int Changed => Seats.Count(seat => !Persons(Holders, seat).SetEquals(Persons(Before, seat)) && Persons(Holders, seat).Count > 0);

    private static HashSet<string> Persons(IReadOnlyList<Holding> holders, Seat seat) =>
        holders.Where(h => h.Seat == seat).Select(h => h.PersonId).ToHashSet(StringComparer.Ordinal);

    /// <summary>The lines for a day, compared with another; only organs that <paramref name="opens"/> lets through, the city's own always.</summary>
    public static IReadOnlyList<RoleLine> Of(Roster roster, DateOnly day, DateOnly compared, Func<string, bool> opens)
    {
        var timeline = RoleDerivation.Timeline(roster);
        var view = new RosterView(roster);
        var vacant = RoleDerivation.VacanciesOn(roster, timeline, day);
        var lines = new List<RoleLine>();
        foreach (var group in roster.Charges.Where(c => c.Period.Contains(day)).GroupBy(c => (c.Role, c.OrganCode)))
        {
            if (group.Key.OrganCode != Organ.CityWide && !opens(group.Key.OrganCode)) continue;
            var seats = group.SelectMany(c => RoleDerivation.SeatsOf(c, view)).Where(s => s.Period.Contains(day)).Select(s => s.Seat).Distinct()
                .Where(s => s.IsCityWide || opens(s.OrganCode)).ToHashSet();
            if (seats.Count == 0) continue;
            var own = timeline.Where(h => seats.Contains(h.Seat)).ToList();
            lines.Add(new RoleLine(group.Key.Role, group.Key.OrganCode, group.First().LocalName, [.. group], [.. seats.Order()],
                [.. own.Where(h => h.Period.Contains(day))], [.. own.Where(h => h.Period.Contains(compared))],
                [.. vacant.Where(v => seats.Contains(v.Seat))], NextTurnOf(own, day)));
        }
        return lines;
    }

    private static DateOnly? NextTurnOf(List<Holding> holdings, DateOnly day) =>
        holdings.SelectMany(h => new[] { h.ValidFrom, h.ValidTo ?? default }).Where(d => d > day && d <= day.AddDays(60)).Select(d => (DateOnly?)d).Min();
}

using System.Text;
using Sekisho.Kernel;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;

namespace Sekisho.Organisation.Structure;

/// <summary>The 推進体制図 as lines of words: role, seat, post and person, one a line; the drawn chart and its digest both come from it.</summary>
internal sealed record StructureText(string Words, int RoleCount, int VacantCount)
{
    public static StructureText Of(Roster roster, IReadOnlyList<Holding> holders, IReadOnlyList<Vacancy> vacancies, DateOnly day)
    {
        var view = new RosterView(roster);
        var names = roster.Persons.ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal);
        var words = new StringBuilder();
        foreach (var holding in holders.OrderBy(h => h.Seat).ThenBy(h => h.PersonId, StringComparer.Ordinal))
            Line(words, Local(roster, holding.Role), Place(view, holding.Seat), view.Post(holding.PostCode)?.Name ?? "", names[holding.PersonId] + (holding.IsActing ? "(代理)" : ""));
        foreach (var vacancy in vacancies) Line(words, Local(roster, vacancy.Role), Place(view, vacancy.Seat), "", "空席");
        return new StructureText(words.ToString(), holders.Select(h => h.Role).Concat(vacancies.Select(v => v.Role)).Distinct(StringComparer.Ordinal).Count(), vacancies.Count);
    }

    /// <summary>Digest of who holds what, without names: changes when an appointment does.</summary>
    public static Digest RosterDigest(IReadOnlyList<Holding> holders) => Digest.OfText(string.Join('\n', holders
        .Select(h => string.Join('\t', h.Role, h.OrganCode, h.UnitId, h.PersonId, h.IsActing ? "1" : "0")).Order(StringComparer.Ordinal)));

    private static void Line(StringBuilder words, params string[] cells) => words.AppendJoin('\t', cells).Append('\n');
    private static string Local(Roster roster, string role) => roster.Charges.FirstOrDefault(c => c.Role == role)?.LocalName ?? role;
    private static string Place(RosterView view, Seat seat) => view.Unit(seat.UnitId)?.Name ?? view.Organ(seat.OrganCode)?.Name ?? "";
}

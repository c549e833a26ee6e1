using Sekisho.Kernel;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;
using Sekisho.Platform.Registries;

namespace Sekisho.Organisation.Store;

/// <summary>Organs, units and persons as the other modules look them up: label, organ and unit as of a day. Those of the past keep their label.</summary>
internal static class SubjectRows
{
    public static IReadOnlyCollection<Subject> Of(Roster roster, DateOnly day)
    {
        var view = new RosterView(roster);
        var rows = new List<Subject>();
        rows.AddRange(roster.Organs.Select(o => new Subject(TargetRef.Organ(o.Code), o.Name, o.Code, null, null, null)));
        rows.AddRange(roster.Units.Select(u => new Subject(TargetRef.Unit(u.Id), u.Name, u.OrganCode, u.Id, u.UnitClass, null)));
        rows.AddRange(roster.Persons.Select(p => new Subject(TargetRef.Person(p.Id), p.Name, p.OrganCode, MainPost(view, p.Id, day)?.UnitId, p.PersonClass, null)));
        return rows;
    }

    /// <summary>The kind of link from a unit to the one above it.</summary>
    public const string ParentLink = "unit.parent";

    /// <summary>Which unit stands below which on the day.</summary>
    public static IReadOnlyCollection<Link> Parents(Roster roster, DateOnly day) =>
        [.. roster.Units.Where(u => u.ParentId is not null && u.Period.Contains(day)).Select(u => new Link(TargetRef.Unit(u.Id), TargetRef.Unit(u.ParentId!), ParentLink))];

    /// <summary>The post the person mainly works in on the day; null when there is none.</summary>
    public static Post? MainPost(RosterView view, string personId, DateOnly day) => view.TenuresOfPerson(personId)
        .Where(t => t.Period.Contains(day)).OrderBy(t => t.Kind == Tenure.Main ? 0 : 1).ThenByDescending(t => t.ValidFrom)
        .Select(t => view.Post(t.PostCode)).FirstOrDefault();
}

using Sekisho.Kernel;
using Sekisho.Kernel.Facts;
using Sekisho.Kernel.Facts.Organisation;
using Sekisho.Organisation.Model;

namespace Sekisho.Organisation.Store;

/// <summary>
/// The facts that changed rows say, in order of the day they hold from. Dates are half-open: valid_to is the first day no longer. What a reader takes for
/// the newest word about somebody is the one that begins last, so a relation occurs on its first day when that has come, even when it is recorded later.
/// </summary>
internal static class RosterFacts
{
    public static IEnumerable<(IFact Fact, DateTimeOffset OccurredAt)> Of(RosterChanges changes, Roster after, DateTimeOffset now)
    {
        foreach (var fact in Units(changes, after).Concat(Roles(changes))) yield return (fact, now);
        foreach (var fact in Persons(changes, after).OrderBy(f => f.ValidFrom)) yield return (fact, Earlier(fact.ValidFrom!.Value, now));
        foreach (var fact in Assignments(changes, after).OrderBy(f => f.ValidFrom)) yield return (fact, Earlier(fact.ValidFrom!.Value, now));
    }

    private static DateTimeOffset Earlier(DateOnly day, DateTimeOffset now) => JapanTime.StartOf(day) is var start && start < now ? start : now;

    private static IEnumerable<IFact> Units(RosterChanges changes, Roster after)
    {
        var successors = after.Successions.ToLookup(s => s.UnitId, s => s.SuccessorId, StringComparer.Ordinal);
        var touched = changes.Written<Unit>().Select(u => u.Id).Concat(changes.Written<UnitSuccession>().Select(s => s.UnitId)).ToHashSet(StringComparer.Ordinal);
        return after.Units.Where(u => touched.Contains(u.Id)).Select(u => new OrgUnitRecorded(
            u.Id, u.OrganCode, u.ParentId, u.UnitClass, FactList.From(successors[u.Id].Order(StringComparer.Ordinal)), u.ValidFrom, u.ValidTo));
    }

    private static IEnumerable<OrgPersonRecorded> Persons(RosterChanges changes, Roster after)
    {
        var classes = after.Persons.ToDictionary(p => p.Id, p => p.PersonClass, StringComparer.Ordinal);
        var states = changes.Written<PersonState>().ToHashSet();
        // A person who changed class is told again with every state.
        var changed = changes.Changed.OfType<Person>().Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return after.States.Where(s => states.Contains(s) || changed.Contains(s.PersonId))
            .Select(s => new OrgPersonRecorded(s.PersonId, classes[s.PersonId], s.State, s.ValidFrom, s.ValidTo));
    }

    private static IEnumerable<OrgTargetAssigned> Assignments(RosterChanges changes, Roster after)
    {
        var units = after.Posts.ToDictionary(p => p.Code, p => p.UnitId, StringComparer.Ordinal);
        foreach (var tenure in changes.Written<Tenure>())
            if (tenure.Kind == Tenure.Main && units[tenure.PostCode] is { } unit)
                yield return new OrgTargetAssigned(unit, TargetKind.Person.Code(), tenure.PersonId, tenure.ValidFrom, tenure.ValidTo);
        foreach (var a in changes.Written<TargetAssignment>())
            yield return new OrgTargetAssigned(a.UnitId, a.TargetKind, a.TargetId, a.ValidFrom, a.ValidTo);
    }

    // A name the pack no longer reads out of the text is said to be gone: else it would stay unsettled for ever.
    private static IEnumerable<IFact> Roles(RosterChanges changes) => changes.Written<RoleProposal>().Select(p => (Row: p, p.State))
        .Concat(changes.Removed.OfType<RoleProposal>().Select(p => (Row: p, State: RoleProposal.Removed)))
        .Select(p => new OrgRoleMapped(p.Row.LocalName, p.Row.Role, p.Row.Path.Length == 0 ? null : p.Row.Path, p.State, p.Row.ConfirmedBy, p.Row.ConfirmedAt));
}

using Sekisho.Organisation.Model;

namespace Sekisho.Organisation.Daily;

/// <summary>
/// Who was appointed for a term and has no post any more has left on the first day after it, although no list says 退職 (rule M5). Being appointed again
/// ends that (<see cref="Import.PersonRows"/>).
/// </summary>
internal static class EndedTerms
{
    /// <summary>The roster in which everybody whose term is over by the day has left; the same roster when nobody has.</summary>
    public static Roster Apply(Roster roster, DateOnly day)
    {
        var ends = roster.Tenures.GroupBy(t => t.PersonId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(t => t.ValidTo ?? DateOnly.MaxValue), StringComparer.Ordinal);
        var over = roster.Persons.Where(p => PersonClasses.IsByTerm(p.PersonClass) && ends.TryGetValue(p.Id, out var end) && end <= day).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        // A state that begins with the end of the term, or later, was told by somebody who knew of it.
        var open = roster.States.Where(s => over.Contains(s.PersonId) && s.Period.Contains(day) && s.State != PersonState.Retired && s.ValidFrom < ends[s.PersonId]).ToHashSet();
        if (open.Count == 0) return roster;
        return roster with
        {
            States = [.. roster.States.Select(s => open.Contains(s) ? s with { ValidTo = ends[s.PersonId] } : s),
                .. open.Select(s => new PersonState(s.PersonId, PersonState.Retired, ends[s.PersonId], s.ValidTo))],
        };
    }
}

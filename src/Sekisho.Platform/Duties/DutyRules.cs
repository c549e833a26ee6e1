using Sekisho.Kernel.Calendar;
using Sekisho.Platform.Registries;

namespace Sekisho.Platform.Duties;

/// <summary>The pure heart of the duty engine: definitions, holders and open tasks of a day — what to open, remind, mark.</summary>
internal static class DutyRules
{
    /// <param name="duties">Definitions valid today.</param>
    /// <param name="holders">Role holders of today.</param>
    /// <param name="tasks">Open tasks, and every task of the present periods.</param>
    public static List<DutyAction> Decide(
        IReadOnlyList<DutyDefinition> duties, IReadOnlyList<RoleHolder> holders, IReadOnlyList<DutyTask> tasks, HolidayCalendar calendar, DateOnly today)
    {
        var actions = new List<DutyAction>();
        var known = tasks.Select(t => (t.DutyId, t.OrganCode, t.UnitId, t.PeriodStart)).ToHashSet();
        foreach (var duty in duties)
            if (duty.Cadence.PeriodOf(duty.Anchor, today) is { } period)
                foreach (var place in Places(duty, holders))
                    if (!known.Contains((duty.Id, place.OrganCode, place.UnitId, period))) actions.Add(Opened(duty, place, period, calendar, today));
        var valid = duties.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var task in tasks.Where(t => t.State == DutyTaskState.Open))
        {
            if (!valid.Contains(task.DutyId)) actions.Add(new DutyAction.Cancel(task));
            else if (task.IsOverdue(today) && task.OverdueAt is null) actions.Add(new DutyAction.MarkOverdue(task));
            else if (!task.IsOverdue(today) && task.RemindedAt is null && task.RemindOn < task.DueOn && today >= task.RemindOn) actions.Add(new DutyAction.Remind(task));
        }
        return actions;
    }

    // A duty opened late in its period (new installation, new unit) gets its full time: nobody starts with an overdue task.
    private static DutyAction.Open Opened(DutyDefinition duty, DutyPlace place, DateOnly period, HolidayCalendar calendar, DateOnly today)
    {
        var regular = calendar.Add(period, duty.DueBusinessDays);
        var due = regular >= today ? regular : calendar.Add(today, duty.DueBusinessDays);
        return new(duty, place, period, due, duty.RemindBusinessDays == 0 ? due : calendar.Add(due, -duty.RemindBusinessDays));
    }

    private static IEnumerable<DutyPlace> Places(DutyDefinition duty, IReadOnlyList<RoleHolder> holders)
    {
        if (duty.Scope == DutyScope.Organ) return [new(duty.OrganCode, null)];
        if (duty.UnitId is { } unit) return [new(duty.OrganCode, unit)];
        return holders.Where(h => h.Role == duty.Role && h.UnitId is not null && string.Equals(h.OrganCode, duty.OrganCode, StringComparison.Ordinal))
            .Select(h => new DutyPlace(h.OrganCode, h.UnitId)).Distinct();
    }
}

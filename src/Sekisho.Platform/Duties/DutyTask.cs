using Sekisho.Kernel;

namespace Sekisho.Platform.Duties;

/// <summary>One thing to do in one period. It belongs to a role in an organ and unit; who that is follows from the day, so a change of posts moves it by itself.</summary>
/// <param name="DueOn">Last day; done on it is in time.</param>
public sealed record DutyTask(
    Guid Id, string DutyId, string Source, string Label, RoleCode Role, string OrganCode, string? UnitId, DateOnly PeriodStart, DateOnly DueOn, DateOnly RemindOn,
    string? Link, DutyTaskState State, DateTimeOffset OpenedAt, DateTimeOffset? RemindedAt, DateTimeOffset? OverdueAt, DateTimeOffset? CompletedAt, string? CompletedBy, int RowVersion)
{
    /// <summary>True when it is open and its last day has passed.</summary>
    public bool IsOverdue(DateOnly today) => State == DutyTaskState.Open && today > DueOn;
}

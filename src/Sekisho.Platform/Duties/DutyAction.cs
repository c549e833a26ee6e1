namespace Sekisho.Platform.Duties;

/// <summary>What the engine has to do today.</summary>
internal abstract record DutyAction
{
    internal sealed record Open(DutyDefinition Duty, DutyPlace Place, DateOnly PeriodStart, DateOnly DueOn, DateOnly RemindOn) : DutyAction;

    internal sealed record Remind(DutyTask Task) : DutyAction;

    internal sealed record MarkOverdue(DutyTask Task) : DutyAction;

    internal sealed record Cancel(DutyTask Task) : DutyAction;
}

using Sekisho.Platform.Duties;
using Sekisho.Shell.Approvals;
using Sekisho.Shell.Components;

namespace Sekisho.Shell.Today;

/// <summary>How the state of a task is said and shown.</summary>
internal static class DutyWords
{
    /// <summary>open, overdue, done, late (done after its last day) or cancelled.</summary>
    public static string State(DutyTask task, DateOnly today) => task.IsOverdue(today) ? "overdue"
        : task.State == DutyTaskState.Done && task.OverdueAt is not null ? "late" : ApprovalWords.Code(task.State);

    public static Tone Tone(DutyTask task, DateOnly today) => State(task, today) switch
    {
        "overdue" => Components.Tone.Urgent,
        "done" => Components.Tone.Done,
        "open" => Components.Tone.Info,
        _ => Components.Tone.Closed,
    };
}

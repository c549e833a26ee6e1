using Sekisho.Shell.Components;

namespace Sekisho.Policy.Exceptions;

/// <summary>The state people see: what is granted is still to begin, in force, or past its last day.</summary>
internal static class ExceptionWords
{
    public static IReadOnlyList<string> States { get; } = [ExceptionRow.Asked, ExceptionRow.Forwarded, "later", "force", "overdue", ExceptionRow.Refused, ExceptionRow.Withdrawn, ExceptionRow.Ended];

    public static string StateOf(ExceptionRow row, DateOnly today) => row.State != ExceptionRow.Granted ? row.State : row.IsOverdue(today) ? "overdue" : row.IsInForce(today) ? "force" : "later";

    public static Tone ToneOf(ExceptionRow row, DateOnly today) => StateOf(row, today) switch
    {
        "force" => Tone.Exception, "overdue" => Tone.Urgent, ExceptionRow.Asked or ExceptionRow.Forwarded or "later" => Tone.Info, _ => Tone.Closed,
    };
}

using Sekisho.Conformity.Judging;
using Sekisho.Kernel;
using Sekisho.Shell.Language;

namespace Sekisho.Policy.Board;

/// <summary>Reasons in words.</summary>
internal static class ReasonWords
{
    /// <summary>The sentence of one reason.</summary>
    public static string Of(Reason reason, Words words) =>
        (reason.Because is { } because ? words["policy.reason." + because.ToString().ToLowerInvariant()] + " " : "") + (reason.Sentence ?? words["policy.reason." + reason.Key]);

    /// <summary>One line for an obligation in a column: the reason of its worst control there, said of its worst target.</summary>
    /// <param name="controls">The controls of the column, worst first, each with the targets this person may see, worst first.</param>
    public static string Short(ObligationResult obligation, IReadOnlyList<(ControlResult Control, IReadOnlyList<TargetResult> Targets)> controls, BoardLabels labels, Words words)
    {
        if (obligation.Common is { } common) return Of(common, words);
        if (controls.Count == 0) return words["policy.cell.hidden"];
        var (control, targets) = controls[0];
        if (targets.Count == 0) return control.Common is { } whole ? Of(whole, words) : words["policy.cell.hidden"];
        var worst = targets[0];
        var same = targets.Count(t => t.Verdict == worst.Verdict);
        return (worst.Target.Kind == TargetKind.City ? "" : labels.Of(worst.Target) + ": ") + Of(worst.Reason, words) + (same > 1 ? words["policy.cell.same", same - 1] : "");
    }
}

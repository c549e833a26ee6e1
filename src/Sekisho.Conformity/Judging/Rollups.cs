using Sekisho.Conformity.Packs;
using Sekisho.Conformity.Rules;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Conformity.Judging;

/// <summary>Many targets to one cell (shared rules 1 and the roll-up section).</summary>
public static class Rollups
{
    /// <summary>Null when there is no target: the column has no cell.</summary>
    public static Cell? Of(Rollup rollup, IReadOnlyCollection<TargetResult> targets, Func<string, decimal> bound)
    {
        if (targets.Count == 0) return null;
        var counted = targets.Where(t => t.Verdict != Verdict.NotApplicable).ToList();
        var good = counted.Count(t => t.Verdict is Verdict.Conforming or Verdict.Exception);
        var verdict = counted.Count == 0 ? Verdict.NotApplicable
            : rollup.Kind == RollupKind.Ratio ? Ratio(rollup, counted, good, bound)
            : counted.Min(t => t.Verdict);
        return new Cell(verdict, good, counted.Count, targets.Any(t => t.Statement is not null));
    }

    private static Verdict Ratio(Rollup rollup, List<TargetResult> counted, int good, Func<string, decimal> bound)
    {
        var share = (decimal)good / counted.Count;
        if (rollup.Veto && counted.Any(t => t.Verdict == Verdict.NonConforming)) return Verdict.NonConforming;
        if (share >= bound(rollup.Ok!)) return Verdict.Conforming;
        if (rollup.Bad is not null ? 1 - share <= bound(rollup.Bad)
            : rollup.PartIsStrict ? share > bound(rollup.Part!) : share >= bound(rollup.Part!)) return Verdict.Partial;
        if (counted.Any(t => t.Verdict == Verdict.NonConforming)) return Verdict.NonConforming;
        return counted.Any(t => t.Verdict == Verdict.Unmeasurable) ? Verdict.Unmeasurable : Verdict.Unknown;
    }

    /// <summary>The share a bound stands for: "100%" or "{parameter}".</summary>
    internal static decimal Bound(JudgeInput input, Control control, string text) =>
        Quantity.Parse(text.StartsWith('{') ? input.Parameter(control, text[1..^1]) : text)
        ?? throw new InvalidOperationException($"{control.Id}: '{text}' is no share.");
}

using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Conformity.Judging;

/// <summary>
/// What will change by the passing of time alone: the same facts judged at the end of later days. Between two days looked at, a change is found by halving,
/// so a verdict that changes and changes back within a month is not told.
/// </summary>
public static class Outlook
{
    private const int Step = 30;

    /// <param name="now">The present result for the same input.</param>
    /// <param name="days">How far to look, 1 to 400 days.</param>
    /// <returns>The first change of each target of each control, the earliest first.</returns>
    public static IReadOnlyList<Turn> Of(JudgeInput input, JudgeResult now, int days)
    {
        if (days is < 1 or > 400) throw new ArgumentOutOfRangeException(nameof(days));
        var turns = new Dictionary<(string, TargetRef), Turn>();
        var (from, known) = (0, Verdicts(now.Controls.Values));
        var open = now.Controls.Keys.ToHashSet(StringComparer.Ordinal);
        // What must arrive every day is told at once, so that the longer looks are spared it.
        foreach (var day in Enumerable.Range(1, (days + Step - 1) / Step).Select(n => Math.Min(n * Step, days)).Prepend(1).Distinct())
        {
            var then = At(input, day, open);
            Between(input, from, known, day, then, turns);
            (from, known) = (day, then);
        }
        return [.. turns.Values.OrderBy(t => t.On).ThenBy(t => t.Control.Id, StringComparer.Ordinal).ThenBy(t => t.Target)];
    }

    private static void Between(JudgeInput input, int from, Dictionary<(string, TargetRef), Verdict> before, int to, Dictionary<(string, TargetRef), Verdict> after, Dictionary<(string, TargetRef), Turn> turns)
    {
        var changed = before.Where(b => !turns.ContainsKey(b.Key) && after.TryGetValue(b.Key, out var then) && then != b.Value).Select(b => b.Key).ToList();
        if (changed.Count == 0) return;
        if (to - from <= 1)
        {
            foreach (var key in changed) turns[key] = new Turn(input.Catalogue[key.Item1], key.Item2, before[key], after[key], input.Today.AddDays(to));
            return;
        }
        var middle = from + ((to - from) / 2);
        var half = At(input, middle, changed.Select(c => c.Item1).ToHashSet(StringComparer.Ordinal));
        Between(input, from, before, middle, half, turns);
        Between(input, middle, half, to, after, turns);
    }

    private static Dictionary<(string, TargetRef), Verdict> At(JudgeInput input, int day, HashSet<string> controls) =>
        Verdicts(Judge.Compute(Only(input, controls) with { AsOf = JapanTime.StartOf(input.Today.AddDays(day + 1)).AddTicks(-10) }).Controls.Values.Where(c => controls.Contains(c.Control.Id)));

    /// <summary>The same input with these controls alone.</summary>
    public static JudgeInput Only(JudgeInput input, IReadOnlySet<string> controls) => input with
    {
        Pack = input.Pack with
        {
            Obligations = [.. input.Pack.Obligations.Where(o => o.Controls.Any(controls.Contains)).Select(o => o with { Controls = [.. o.Controls.Where(controls.Contains)] })],
        },
    };

    private static Dictionary<(string, TargetRef), Verdict> Verdicts(IEnumerable<ControlResult> controls) =>
        controls.SelectMany(c => c.Targets.Select(t => (Key: (c.Control.Id, t.Target), t.Verdict))).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.First().Verdict);
}

using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Conformity.Judging;

/// <summary>
/// Shared rule 5: a 特例 counts while it has a resolution that was adopted with a quorum and an end, has not ended, and every control named as its compensation conforms.
/// In a city without such an article (exception.enabled) it is recorded and changes nothing.
/// </summary>
internal static class Exceptions
{
    public static IReadOnlyList<SealedRecord> InForce(JudgeInput input, IReadOnlyDictionary<string, ControlResult> before)
    {
        if (!input.Pack.Settings.IsOn("exception.enabled")) return [];
        var ended = input.Facts.All("exception.expired").Where(r => r.OccurredAt <= input.AsOf).Select(r => r.Text("exception_id")).ToHashSet(StringComparer.Ordinal);
        var newest = new Dictionary<string, SealedRecord>(StringComparer.Ordinal);
        foreach (var record in input.Facts.All("exception.granted"))
            if (record.OccurredAt <= input.AsOf && record.Text("exception_id") is { } id) newest[id] = record;
        return [.. newest.Values.Where(r => !ended.Contains(r.Text("exception_id")) && IsResolved(input, r) && Holds(r, input.Today, before)).OrderBy(r => r.Leaf)];
    }

    public static ControlResult Apply(ControlResult result, IReadOnlyList<SealedRecord> exceptions, Func<IReadOnlyList<TargetResult>, ControlResult> rollUp)
    {
        var mine = exceptions.Where(e => e.List("control_ids").Contains(result.Control.Id, StringComparer.Ordinal)).ToList();
        if (mine.Count == 0) return result;
        var targets = result.Targets.Select(t => mine.Find(e => Concerns(e, t.Target)) is { } e && t.Verdict < Verdict.Exception
            ? t with { Verdict = Verdict.Exception, Exception = e } : t).ToList();
        return rollUp(targets);
    }

    private static bool IsResolved(JudgeInput input, SealedRecord exception)
    {
        var decisions = input.Facts.All("committee.decision.made").Where(d => d.OccurredAt <= input.AsOf && d.Text("decision_id") == exception.Text("decision_id"));
        return decisions.LastOrDefault() is { } decision && decision.Text("result") == "adopted" && decision.Number("quorum_met") == 1;
    }

    private static bool Holds(SealedRecord record, DateOnly today, IReadOnlyDictionary<string, ControlResult> before)
    {
        var compensation = record.List("compensation_control_ids");
        return record.Date("valid_to") is not null && Periods.IsInForce(record, today)
            && compensation.Count > 0 && compensation.All(c => before.TryGetValue(c, out var r) && r.City.Verdict == Verdict.Conforming);
    }

    /// <summary>An exception without targets is meant for all of the control.</summary>
    private static bool Concerns(SealedRecord exception, TargetRef target)
    {
        var scope = exception.List("scope_targets");
        return scope.Count == 0 || scope.Any(s => TargetRef.Parse(s) == target || s == target.Id);
    }
}

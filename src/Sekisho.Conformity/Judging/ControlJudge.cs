using Sekisho.Conformity.Packs;
using Sekisho.Conformity.Rules;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts;
using Sekisho.Kernel.Ledger;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Conformity.Judging;

/// <summary>One control for every target, from facts alone: the order of shared rule 3, before statements and exceptions.</summary>
internal static class ControlJudge
{
    /// <summary>What was measured; <paramref name="IsMeasurable"/> is false while no fact of the control can be judged.</summary>
    internal sealed record Measured(IReadOnlyList<TargetResult> Targets, Reason? Common, bool IsMeasurable);

    public static Measured Judge(JudgeInput input, Structure structure, Control control)
    {
        if (control.Rule is { } gated && Gate(input, gated) is { } off) return Whole(structure, control, Verdict.NotApplicable, off, measurable: true);
        var pending = control.Required.Where(input.Catalogue.PendingFacts.Contains).ToList();
        if (pending.Count > 0) return Whole(structure, control, Verdict.Unknown, Reason.Common(ReasonKeys.NoProducer, null, pending), measurable: false);
        if (control.Rule is not { IsBuilt: true } rule) return Whole(structure, control, Verdict.Unknown, Reason.Common(ReasonKeys.NoRule), measurable: false);
        var scope = new RuleScope(input, control);
        var targets = Targets(control, rule, scope);
        if (targets.Count > 0) return new Measured([.. targets.Select(t => One(input, control, scope, t))], null, true);
        var arrived = rule.Targets!.Arrived.Any(input.Facts.Arrived);
        if (arrived && rule.Targets.WhenEmpty is null) return Whole(structure, control, Verdict.Unknown, Reason.Common(ReasonKeys.NothingInScope), measurable: true);
        return arrived
            ? Whole(structure, control, Verdict.NotApplicable, Reason.Common(ReasonKeys.NoTargets, rule.Targets.WhenEmpty), measurable: true)
            : Whole(structure, control, Verdict.Unknown, Reason.Common(ReasonKeys.ListNeverArrived, null, [.. rule.Targets.Arrived]), measurable: true);
    }

    private static Reason? Gate(JudgeInput input, Rule rule)
    {
        foreach (var gate in rule.Gates)
            if (input.Pack.Settings.Text(gate.Setting) == gate.Is)
                return new Reason(ReasonKeys.Setting, gate.Say, gate.Because, [], 0, []);
        return null;
    }

    /// <summary>The whole control has one verdict: the city, and every unit when units are what it judges.</summary>
    private static Measured Whole(Structure structure, Control control, Verdict verdict, Reason reason, bool measurable)
    {
        IEnumerable<TargetRef> targets = control.TargetKind == TargetKind.Unit && structure.Units.Count > 0
            ? structure.Units.Select(u => TargetRef.Unit(u.Id)) : [TargetRef.City];
        return new Measured([.. targets.Select(t => new TargetResult(t, verdict, verdict, reason))], reason, measurable);
    }

    private static List<TargetRef> Targets(Control control, Rule rule, RuleScope scope)
    {
        if (rule.Targets is not { } source) return [TargetRef.City];
        if (source.Touching.Count > 0) return Pairs([.. source.Sets.SelectMany(scope.Shared.Rows).Select(r => r.Text("zone_code")).OfType<string>().Distinct(StringComparer.Ordinal)], source.Touching);
        return [.. source.Sets.SelectMany(scope.Shared.Rows).SelectMany(r => Named(r, control.TargetKind)).Distinct().Order()];
    }

    /// <summary>Both directions between every two of the zones, when one of the two is asked about.</summary>
    private static List<TargetRef> Pairs(IReadOnlyList<string> zones, IReadOnlyList<string> touching) =>
        [.. zones.SelectMany(from => zones.Where(to => to != from && (touching.Contains(from, StringComparer.Ordinal) || touching.Contains(to, StringComparer.Ordinal)))
            .Select(to => TargetRef.ZonePair(from, to))).Order()];

    /// <summary>What the record names of this kind; a setting names things of other kinds by their identifying fields only.</summary>
    private static IEnumerable<TargetRef> Named(SealedRecord record, TargetKind kind)
    {
        if (record.Targets.Any(t => t.Kind == kind)) return record.Targets.Where(t => t.Kind == kind);
        if (kind == TargetKind.ZonePair)
            return record.Text("src_zone") is { } from && record.Text("dst_zone") is { } to ? [TargetRef.ZonePair(from, to)] : [];
        if (record.Text(kind.Code() + "_id") is not { Length: > 0 } id) return [];
        return [TargetRef.Parse(id) is { } written && written.Kind == kind ? written : new TargetRef(kind, id)];
    }

    private static TargetResult One(JudgeInput input, Control control, RuleScope scope, TargetRef target)
    {
        var sets = new SetReading(scope, target);
        foreach (var clause in scope.Rule.Clauses)
        {
            if (!ConditionReading.Holds(clause.When, scope, sets)) continue;
            var reason = Because(input, control, scope, sets, clause);
            return new TargetResult(target, clause.Verdict, clause.Verdict, reason);
        }
        return new TargetResult(target, Verdict.Unknown, Verdict.Unknown, Reason.Common(ReasonKeys.NoClause, null, [.. NotArrived(input, control)]));
    }

    private static Reason Because(JudgeInput input, Control control, RuleScope scope, SetReading sets, VerdictClause clause)
    {
        var shown = clause.Show.SelectMany(sets.Rows).DistinctBy(r => r.Id).OrderByDescending(r => r.Leaf).ToList();
        IReadOnlyList<string> missing = clause.Verdict == Verdict.Unknown ? [.. NotArrived(input, control)] : [];
        return new Reason(clause.Key, ClauseSentence.Fill(clause.Say, scope, sets), clause.Because, [.. shown.Take(Reason.MostEvidence)], shown.Count, missing);
    }

    private static IEnumerable<string> NotArrived(JudgeInput input, Control control) => control.Required.Where(f => !input.Facts.Arrived(f));
}

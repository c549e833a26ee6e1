using Sekisho.Conformity.Packs;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Commands;

/// <summary>What the journeys reached of the controls a piece of work delivers: facts and verdicts, and what is missing.</summary>
/// <param name="Lines">One line a control, then one for each thing that is missing.</param>
internal sealed record ControlsReport(IReadOnlyList<string> Lines, int Missing)
{
    /// <summary>One row of artifacts/controls/*.tsv. Verdict is a code or the Japanese word; either may be blank.</summary>
    internal sealed record Reached(string Control, string Verdict, string Fact, string Journey);

    private static readonly Verdict[] Order = [Verdict.Conforming, Verdict.Partial, Verdict.NonConforming, Verdict.Unknown, Verdict.Unmeasurable, Verdict.NotApplicable];

    /// <summary>Null when no control is delivered by that piece of work.</summary>
    internal static ControlsReport? Of(ControlCatalogue catalogue, string issue, IReadOnlyList<Reached> reached)
    {
        var controls = catalogue.Controls.Where(c => c.DeliveredBy == issue).ToList();
        if (controls.Count == 0) return null;
        var lines = new List<string> { "control_id\tfacts\tverdicts\tjourneys" };
        var missing = new List<string>();
        foreach (var control in controls) One(control, [.. reached.Where(r => r.Control == control.Id)], lines, missing);
        return new ControlsReport([.. lines, .. missing], missing.Count);
    }

    /// <summary>The rows of one file; the header line is skipped.</summary>
    internal static IEnumerable<Reached> Rows(string text) => text.Split('\n').Skip(1).Select(l => l.TrimEnd('\r').Split('\t')).Where(c => c.Length >= 4)
        .Select(c => new Reached(c[0], c[1], c[2], c[3]));

    /// <summary>The verdicts the rule's own sentence names.</summary>
    internal static IReadOnlyList<Verdict> Named(Control control)
    {
        var text = control.RuleText;
        return [.. Order.Where(v => v == Verdict.Conforming || text.Contains(v.Japanese(), StringComparison.Ordinal))];
    }

    /// <summary>Every fact the rule reads, statements included; those that only lengthen the list of targets may be missing.</summary>
    internal static IEnumerable<string> Needed(Control control) => control.Evidence.Where(f => !control.ListOnly.Contains(f, StringComparer.Ordinal));

    private static void One(Control control, List<Reached> reached, List<string> lines, List<string> missing)
    {
        var verdicts = reached.Select(r => Read(r.Verdict)).OfType<Verdict>().ToHashSet();
        var facts = reached.Select(r => r.Fact).Where(f => f.Length > 0).ToHashSet(StringComparer.Ordinal);
        lines.Add(string.Join('\t', control.Id, string.Join(',', facts.Order(StringComparer.Ordinal)),
            string.Join(',', Order.Where(verdicts.Contains).Select(v => v.Japanese())), string.Join(',', reached.Select(r => r.Journey).Distinct().Order(StringComparer.Ordinal))));
        foreach (var verdict in Named(control).Where(v => !verdicts.Contains(v))) missing.Add($"{control.Id}: 判定「{verdict.Japanese()}」に届いた旅がありません。");
        foreach (var fact in Needed(control).Where(f => !facts.Contains(f))) missing.Add($"{control.Id}: 事実「{fact}」を出した旅がありません。");
    }

    private static Verdict? Read(string text)
    {
        if (VerdictNames.Find(text) is { } byCode) return byCode;
        foreach (var verdict in Order)
            if (text == verdict.Japanese()) return verdict;
        return null;
    }
}

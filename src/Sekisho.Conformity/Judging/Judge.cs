using System.Globalization;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Conformity.Judging;

/// <summary>
/// From facts to verdicts: target × control, unit, organ, city, obligation, article (the eleven shared rules of the packs).
/// Pure: no clock, no chance, no store. RSK-03 and OPS-02 come after all others, in this order, and read neither themselves nor each other.
/// </summary>
public static class Judge
{
    /// <summary>Raised when the same facts may give another verdict than before; part of the input digest, so a replay that differs is explained.</summary>
    public const int EngineVersion = 2;

    public static JudgeResult Compute(JudgeInput input) => Compute(input, _ => null);

    /// <summary>
    /// The same, taking over from an earlier result of the same pack every control that reads none of the facts that arrived since.
    /// What only the passing of time changes is taken over too: compute anew from time to time.
    /// </summary>
    public static JudgeResult Update(JudgeInput input, JudgeResult previous, IReadOnlySet<string> arrived) =>
        arrived.Overlaps(Shared) || input.Facts.Arrived("exception.granted") || input.Today != JapanTime.Day(previous.AsOf)
            ? Compute(input)
            : Compute(input, c => c.Rule is { } rule && rule.FactNames.Any(arrived.Contains) ? null : previous.Controls.GetValueOrDefault(c.Id));

    /// <summary>Facts every control may depend on.</summary>
    private static readonly string[] Shared = ["org.unit.recorded", "org.target.assigned", Control.StatementFact, "exception.granted", "exception.expired", "committee.decision.made"];

    private static JudgeResult Compute(JudgeInput input, Func<Control, ControlResult?> known)
    {
        var structure = new Structure(input.Facts, input.AsOf);
        var statements = Statements.Valid(input);
        var results = new Dictionary<string, ControlResult>(StringComparer.Ordinal);
        foreach (var control in InOrder(input)) results[control.Id] = known(control) ?? One(input, structure, control, statements.GetValueOrDefault(control.Id) ?? []);
        var exceptions = Exceptions.InForce(input, results);
        if (exceptions.Count > 0)
            foreach (var (id, result) in results.ToList())
                results[id] = Exceptions.Apply(result, exceptions, targets => RollUp(input, structure, result.Control, targets, result.Common));
        var obligations = input.Pack.Obligations.Select(o => ObligationJudge.Judge(input, structure, o, results)).ToList();
        return new JudgeResult(input.AsOf, input.Facts.LeafCount, DigestOf(input), structure, results, obligations, ArticleJudge.Judge(input, structure, obligations));
    }

    /// <summary>Only the controls some obligation of the pack is bound to, and those named as compensation by an exception.</summary>
    private static IEnumerable<Control> InOrder(JudgeInput input)
    {
        var used = input.Pack.Obligations.SelectMany(o => o.Controls).ToHashSet(StringComparer.Ordinal);
        foreach (var granted in input.Facts.All("exception.granted")) used.UnionWith(granted.List("compensation_control_ids"));
        return input.Catalogue.Controls.Where(c => used.Contains(c.Id)).OrderBy(c => c.Rule?.Order ?? 0);
    }

    private static ControlResult One(JudgeInput input, Structure structure, Control control, IReadOnlyList<SealedRecord> statements)
    {
        var measured = ControlJudge.Judge(input, structure, control);
        var targets = Statements.Apply(measured.Targets, measured.IsMeasurable, statements, structure);
        return RollUp(input, structure, control, targets, measured.Common);
    }

    private static ControlResult RollUp(JudgeInput input, Structure structure, Control control, IReadOnlyList<TargetResult> targets, Reason? common)
    {
        Cell? Of(IReadOnlyCollection<TargetResult> some) => Rollups.Of(control.Rollup, some, b => Rollups.Bound(input, control, b));
        var isCityWide = control.Rollup.Kind == RollupKind.CityWide;
        var units = isCityWide ? [] : Columns(targets, t => structure.UnitOf(t)?.Id, Of);
        var organs = isCityWide ? [] : Columns(targets, structure.OrganOf, Of);
        var unlisted = control.ListOnly.Where(input.Catalogue.PendingFacts.Contains).ToList();
        return new ControlResult(control, targets, Of(targets)!, organs, units, common, unlisted);
    }

    private static Dictionary<string, Cell> Columns(IReadOnlyList<TargetResult> targets, Func<TargetRef, string?> column, Func<IReadOnlyCollection<TargetResult>, Cell?> of) =>
        targets.Select(t => (Column: column(t.Target), Result: t)).Where(p => p.Column is { Length: > 0 })
            .GroupBy(p => p.Column!, p => p.Result, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => of([.. g])!, StringComparer.Ordinal);

    private static Digest DigestOf(JudgeInput input) => Digest.OfText(string.Create(CultureInfo.InvariantCulture,
        $"{EngineVersion}\n{input.Pack.Digest.Hex}\n{input.Catalogue.Digest.Hex}\n{input.DocumentId}\n{input.Facts.LeafCount}"));
}

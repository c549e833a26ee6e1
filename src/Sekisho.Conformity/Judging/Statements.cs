using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Conformity.Judging;

/// <summary>
/// Shared rule 4: a person's statement counts within its period and from the right role only, may lower what was measured but never raise it,
/// and stands alone where nothing can be measured.
/// </summary>
public static class Statements
{
    private static readonly (string Field, TargetKind Kind)[] Subjects =
    [
        ("system_id", TargetKind.System), ("asset_id", TargetKind.Asset), ("site_id", TargetKind.Facility), ("contract_id", TargetKind.Contract),
        ("service_id", TargetKind.Service), ("unit_id", TargetKind.Unit), ("organ_code", TargetKind.Organ),
    ];

    /// <summary>What the statement is about: the most particular thing it names, else the city.</summary>
    public static TargetRef SubjectOf(SealedRecord statement)
    {
        foreach (var (field, kind) in Subjects)
            if (statement.Text(field) is { Length: > 0 } id) return new TargetRef(kind, id);
        return TargetRef.City;
    }

    /// <summary>Valid statements, the newest for each control and subject.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<SealedRecord>> Valid(JudgeInput input)
    {
        var newest = new Dictionary<(string, TargetRef), SealedRecord>();
        foreach (var record in input.Facts.All(Control.StatementFact))
            if (record.OccurredAt <= input.AsOf && record.Text("control_id") is { } control && IsRole(input, control, record))
                newest[(control, SubjectOf(record))] = record;
        return newest.Values.Where(r => !Periods.HasEnded(r, input.Today) && r.Date("valid_to") is not null && Asserted(r) is not null)
            .GroupBy(r => r.Text("control_id")!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<SealedRecord>)[.. g.OrderBy(r => r.Leaf)], StringComparer.Ordinal);
    }

    internal static IReadOnlyList<TargetResult> Apply(IReadOnlyList<TargetResult> results, bool isMeasurable, IReadOnlyList<SealedRecord> statements, Structure structure)
    {
        if (statements.Count == 0) return results;
        var extended = isMeasurable ? results : [.. results, .. Named(results, statements)];
        return [.. extended.Select(r => One(r, isMeasurable, statements.Where(s => Concerns(SubjectOf(s), r.Target, structure)).ToList()))];
    }

    /// <summary>Where nothing is measured, the things people made statements about become targets of their own.</summary>
    private static IEnumerable<TargetResult> Named(IReadOnlyList<TargetResult> results, IReadOnlyList<SealedRecord> statements) =>
        statements.Select(SubjectOf).Distinct().Where(s => s.Kind is not (TargetKind.City or TargetKind.Organ) && results.All(r => r.Target != s))
            .Select(s => results[0] with { Target = s });

    private static TargetResult One(TargetResult result, bool isMeasurable, List<SealedRecord> statements)
    {
        if (statements.Count == 0 || result.Verdict == Verdict.NotApplicable) return result;
        var worst = statements.MinBy(s => Asserted(s)!.Value)!;
        var asserted = Asserted(worst)!.Value;
        return !isMeasurable || asserted < result.Verdict ? result with { Verdict = asserted, Statement = worst } : result;
    }

    private static bool Concerns(TargetRef subject, TargetRef target, Structure structure) =>
        subject == target || subject.Kind switch
        {
            TargetKind.City => true,
            TargetKind.Organ => structure.OrganOf(target) == subject.Id,
            TargetKind.Unit => structure.UnitOf(target)?.Id == subject.Id,
            _ => false,
        };

    private static bool IsRole(JudgeInput input, string control, SealedRecord record) =>
        input.Catalogue.Find(control) is { } known && record.Text("role_code") == known.Attests.Value;

    /// <summary>conforming, partial or non_conforming; anything else is no statement about conformity.</summary>
    public static Verdict? Asserted(SealedRecord statement) =>
        VerdictNames.Find(statement.Text("asserted") ?? "") is Verdict.Conforming or Verdict.Partial or Verdict.NonConforming
            ? VerdictNames.Find(statement.Text("asserted")!) : null;
}

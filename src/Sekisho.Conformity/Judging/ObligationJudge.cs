using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Conformity.Judging;

/// <summary>Shared rules 6, 7 and 10 for one obligation.</summary>
internal static class ObligationJudge
{
    public static ObligationResult Judge(JudgeInput input, Structure structure, Obligation obligation, IReadOnlyDictionary<string, ControlResult> results)
    {
        var controls = obligation.Controls.Distinct(StringComparer.Ordinal).Where(results.ContainsKey).Select(c => results[c]).ToList();
        var open = obligation.Roles.Contains(RoleCode.Unmapped) || (obligation.RoleState == RoleState.Proposal && !obligation.Roles.All(r => IsConfirmed(input, r)));
        if (obligation.Strength == Strength.Declaration) return Declared(input, obligation, controls, open);
        var isSetting = obligation.Strength is Strength.Definition or Strength.Scope;
        return new ObligationResult(obligation,
            Fit(Columns.Worst(controls.Select(c => c.City)) ?? Cell.One(Verdict.Unknown), isSetting),
            Fit(Columns.Merge(controls.Select(c => c.Organs)), isSetting), Fit(Columns.Merge(controls.Select(c => c.Units)), isSetting), controls, null, open);
    }

    /// <summary>Whether a person has confirmed what this role stands for (役割の初期設定): who bears what the text lays on nobody is then decided.</summary>
    private static bool IsConfirmed(JudgeInput input, RoleCode role) => input.Facts.All("org.role.mapped")
        .Where(r => r.OccurredAt <= input.AsOf && r.Text("role_code") == role.Value).OrderByDescending(r => r.Leaf).FirstOrDefault()?.Text("confirm_state") == "confirmed";

    /// <summary>A declaration is kept by having the version that declares it.</summary>
    private static ObligationResult Declared(JudgeInput input, Obligation obligation, List<ControlResult> controls, bool open)
    {
        var version = input.Facts.All("policy.version.published")
            .Where(r => r.OccurredAt <= input.AsOf && (input.DocumentId is null || r.Text("doc_id") == input.DocumentId)).OrderByDescending(r => r.Leaf).FirstOrDefault();
        var reason = version is null ? Reason.Common(ReasonKeys.NoVersion, null, "policy.version.published")
            : new Reason(ReasonKeys.VersionRegistered, null, null, [version], 1, []);
        return new ObligationResult(obligation, Cell.One(version is null ? Verdict.Unknown : Verdict.Conforming), Columns.Nothing, Columns.Nothing, controls, reason, open);
    }

    private static Dictionary<string, Cell> Fit(Dictionary<string, Cell> cells, bool isSetting) =>
        cells.ToDictionary(p => p.Key, p => Fit(p.Value, isSetting), StringComparer.Ordinal);

    /// <summary>A definition or a scope is set (適合) or not yet (未確認); there is nothing between.</summary>
    private static Cell Fit(Cell cell, bool isSetting)
    {
        var verdict = !isSetting || cell.Verdict is Verdict.Conforming or Verdict.NotApplicable ? cell.Verdict
            : cell.Verdict == Verdict.Exception ? Verdict.Conforming : Verdict.Unknown;
        return Cell.One(verdict, cell.IsStatement);
    }
}

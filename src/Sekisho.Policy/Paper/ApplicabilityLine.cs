using Sekisho.Conformity.Judging;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel.Verdicts;
using Sekisho.Policy.Board;
using Sekisho.Policy.Documents;
using Sekisho.Shell.Language;
using Sekisho.Shell.Routing;

namespace Sekisho.Policy.Paper;

/// <summary>One line of the 適用宣言書: an obligation or a control, whether it applies, why, and how it stands.</summary>
/// <param name="Verdict">Null for a control no obligation of the policy is bound to.</param>
internal sealed record ApplicabilityLine(string Id, string Place, string Title, string Bound, string Who, bool Applies, Verdict? Verdict, string Why)
{
    /// <summary>Every obligation of the policy, in the order of its articles.</summary>
    public static IReadOnlyList<ApplicabilityLine> Obligations(BoardView board, Current current, Words words) =>
        [.. board.Rows.SelectMany(r => r.Article.Obligations.Select(o => (Row: r, Duty: o))).DistinctBy(p => p.Duty.Obligation.Id).Select(p => new ApplicabilityLine(
            p.Duty.Obligation.Id, p.Row.Number + " " + p.Row.Caption, p.Duty.Obligation.Title, string.Join(" ", p.Duty.Obligation.Controls),
            string.Join("、", RoleNames.Of(board.Snapshot.Applied.Pack, p.Duty.Obligation, words)), p.Duty.City.Verdict != Kernel.Verdicts.Verdict.NotApplicable, p.Duty.City.Verdict,
            ObligationWords.Why(p.Duty, board.Columns[0], board, current, words)))];

    /// <summary>Every control of the catalogue, bound to this policy or not.</summary>
    public static IReadOnlyList<ApplicabilityLine> Controls(BoardView board, Current current, Words words)
    {
        var bound = board.Snapshot.Result.Obligations.SelectMany(o => o.Obligation.Controls.Select(c => (Control: c, o.Obligation.Id))).ToLookup(p => p.Control, p => p.Id, StringComparer.Ordinal);
        return [.. board.Snapshot.Applied.Catalogue.Controls.Select(c => Control(c, [.. bound[c.Id].Distinct(StringComparer.Ordinal)], board, current, words))];
    }

    private static ApplicabilityLine Control(Control control, IReadOnlyList<string> obligations, BoardView board, Current current, Words words)
    {
        var result = obligations.Count == 0 ? null : board.Snapshot.Result.Controls.GetValueOrDefault(control.Id);
        var why = result is null ? words["policy.applicability.unbound"] : Reason(result, board, current, words);
        return new ApplicabilityLine(control.Id, control.Domain, words.IsEnglish ? control.Title.En : control.Title.Ja, string.Join(" ", obligations), RoleNames.Of(board.Snapshot.Applied.Pack, control.DefaultRole, words),
            result is not null && result.City.Verdict != Kernel.Verdicts.Verdict.NotApplicable, result?.City.Verdict, why);
    }

    private static string Reason(ControlResult result, BoardView board, Current current, Words words)
    {
        var targets = BoardColumns.TargetsOf(result, board.Columns[0], board.Snapshot.Result.Structure, current);
        return targets.Count > 0 ? ReasonWords.Of(targets[0].Reason, words) : result.Common is { } common ? ReasonWords.Of(common, words) : words["policy.cell.hidden"];
    }
}

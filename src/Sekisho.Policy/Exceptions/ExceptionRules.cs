using System.Globalization;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Platform.Duties;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Exceptions;

/// <summary>What an exception must have before anybody is asked to decide on it. Pure.</summary>
internal static class ExceptionRules
{
    /// <summary>The control that asks for exceptions to be kept in order; its interval is the longest time one may run.</summary>
    public const string Control = "POL-19";
    private const int LongestTitle = 120, LongestText = 1_000, ShortestText = 10;

    /// <summary>The first day that is too late for an end: after the bound somebody has to decide anew.</summary>
    public static DateOnly LatestEnd(AppliedPack applied, DateOnly from) => Cadence.Parse(applied.Catalogue.Find(Control)?.Interval ?? "") is { } bound
        ? bound.Unit switch { 'Y' => from.AddYears(bound.Count), 'M' => from.AddMonths(bound.Count), _ => from.AddDays(bound.Count) } : from.AddYears(1);

    /// <summary>Controls that can stand in for others: the policy is bound to them, and facts measure them.</summary>
    public static IReadOnlyList<Control> Measured(AppliedPack applied) => [.. applied.Pack.Obligations.SelectMany(o => o.Controls).Distinct(StringComparer.Ordinal)
        .Select(applied.Catalogue.Find).OfType<Control>().Where(c => c.Required.Any() && c.Rule is not null).OrderBy(c => c.Id, StringComparer.Ordinal)];

    public static IReadOnlyList<Refusal> Problems(AppliedPack applied, ExceptionDraft draft, DateOnly today)
    {
        var wrong = new List<Refusal>();
        void Say(string field, string what, string todo) => wrong.Add(new Refusal("policy.exception." + field, what, todo) { Field = field });
        var known = applied.Pack.Obligations.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        if (!ExceptionRow.Kinds.Contains(draft.Kind, StringComparer.Ordinal)) Say("kind", "特例の種類が選ばれていません。", "種類を一つ選んでください。");
        if (draft.Title.Length is 0 or > LongestTitle) Say("title", "件名が書かれていないか、長すぎます。", $"何のための特例かを{LongestTitle}字までで書いてください。");
        if (draft.Obligations.Count == 0 || draft.Obligations.Any(o => !known.Contains(o))) Say("obligation", "守れない義務が選ばれていません。", "条文の義務を一つ以上選んでください。");
        if (!ExceptionRow.ReasonClasses.Contains(draft.ReasonClass, StringComparer.Ordinal)) Say("class", "理由の区分が選ばれていません。", "技術・経費・その他から選んでください。");
        if (draft.Reason.Length is < ShortestText or > LongestText) Say("reason", "理由が短すぎるか、長すぎます。", $"なぜ守れないかを{ShortestText}字から{LongestText}字で書いてください。");
        if (draft.Alternative.Length is < ShortestText or > LongestText) Say("alternative", "代わりの措置が短すぎるか、長すぎます。", $"代わりに何をするかを{ShortestText}字から{LongestText}字で書いてください。");
        wrong.AddRange(CompensationProblems(applied, draft));
        wrong.AddRange(DayProblems(applied, draft, today));
        return wrong;
    }

    private static IEnumerable<Refusal> CompensationProblems(AppliedPack applied, ExceptionDraft draft)
    {
        var left = ControlsOf(applied, draft.Obligations);
        var measured = Measured(applied).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        if (draft.Compensations.Count == 0 || draft.Compensations.Any(c => !measured.Contains(c)))
            yield return new Refusal("policy.exception.compensation", "代わりの措置を確かめる管理策が選ばれていません。", "製品が測っている管理策を一つ以上選んでください。") { Field = "compensation" };
        else if (draft.Compensations.FirstOrDefault(c => left.Contains(c, StringComparer.Ordinal)) is { } same)
            yield return new Refusal("policy.exception.compensation", $"{same} は、守れない義務そのものの管理策です。", "ほかの管理策を選んでください。") { Field = "compensation" };
    }

    private static IEnumerable<Refusal> DayProblems(AppliedPack applied, ExceptionDraft draft, DateOnly today)
    {
        var from = draft.FirstDay ?? today;
        if (from < today) yield return new Refusal("policy.exception.from", "始まりの日が過ぎています。", "今日か、今日より後の日を入れてください。") { Field = "from" };
        if (draft.LastDay is not { } last) yield return new Refusal("policy.exception.until", "期限がありません。", "特例の最後の日を入れてください。期限の無い特例は認められません。") { Field = "until" };
        else if (last < today || last < from) yield return new Refusal("policy.exception.until", "期限が、今日か始まりの日より前です。", "先の日を入れてください。") { Field = "until" };
        else if (last >= LatestEnd(applied, from))
            yield return new Refusal("policy.exception.until", "期限が、特例の限度を超えています。", LatestEnd(applied, from).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " までの日を入れ、その後は改めて申請してください。") { Field = "until" };
    }

    /// <summary>The controls behind the obligations that cannot be kept.</summary>
    public static IReadOnlyList<string> ControlsOf(AppliedPack applied, IEnumerable<string> obligations) =>
        [.. applied.Pack.Obligations.Where(o => obligations.Contains(o.Id, StringComparer.Ordinal)).SelectMany(o => o.Controls).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> PathsOf(AppliedPack applied, IEnumerable<string> obligations) =>
        [.. applied.Pack.Obligations.Where(o => obligations.Contains(o.Id, StringComparer.Ordinal)).Select(o => o.Place.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>A seat on the committee, an audit or being on the staff makes nobody answer for other units.</summary>
    public static bool AnswersForUnits(string role) => role is not ("COMMITTEE" or "AUDITOR" or "CSIRT" or "ALL_STAFF" or "CONTRACTOR" or "ADMIN");

    /// <summary>True where the policy itself sets up a committee: then the committee decides, else the CISO's approval does.</summary>
    public static bool HasCommittee(AppliedPack applied) => applied.Pack.Roles.Any(r => r.Role == RoleCode.Committee && r.State == RoleState.Text);
}

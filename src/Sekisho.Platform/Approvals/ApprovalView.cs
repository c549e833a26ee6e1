namespace Sekisho.Platform.Approvals;

/// <summary>A case for a page.</summary>
/// <param name="History">Every act, oldest first.</param>
public sealed record ApprovalView(
    Guid Id, string SubjectKind, string SubjectId, string Title, string? Link, string? OrganCode, string? UnitId, IReadOnlyDictionary<string, string> Details,
    DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, int RowVersion, ApprovalCase Case, IReadOnlyList<ApprovalHistoryLine> History, int? NumberYear = null, int? Number = null)
{
    /// <summary>令和8年度 第12号; null for a case older than the numbers.</summary>
    public string? DocumentNumber => NumberYear is { } year && Number is { } number
        ? new Kernel.Calendar.FiscalYear(year) + " 第" + number.ToString(System.Globalization.CultureInfo.InvariantCulture) + "号" : null;

    /// <summary>In whose place this person could agree now, of those who let them.</summary>
    public IReadOnlyList<string> DeputyFor(string personId, IEnumerable<string> principals) =>
        [.. principals.Distinct(StringComparer.Ordinal).Where(p => ApprovalRules.Decide(Case, new ApprovalCommand(ApprovalAct.Agree, personId, ForPersonId: p), CreatedAt).IsOk)];

    /// <summary>Which acts this person may do now, for the page's buttons.</summary>
    public IReadOnlyList<ApprovalAct> ActsOf(string personId) =>
        [.. Enum.GetValues<ApprovalAct>().Where(act => ApprovalRules.Decide(Case, new ApprovalCommand(act, personId), CreatedAt).IsOk)];
}

namespace Sekisho.Platform.Approvals;

/// <summary>A case for a page.</summary>
/// <param name="History">Every act, oldest first.</param>
public sealed record ApprovalView(
    Guid Id, string SubjectKind, string SubjectId, string Title, string? Link, string? OrganCode, string? UnitId, IReadOnlyDictionary<string, string> Details,
    DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, int RowVersion, ApprovalCase Case, IReadOnlyList<ApprovalHistoryLine> History)
{
    /// <summary>Which acts this person may do now, for the page's buttons.</summary>
    public IReadOnlyList<ApprovalAct> ActsOf(string personId) =>
        [.. Enum.GetValues<ApprovalAct>().Where(act => ApprovalRules.Decide(Case, new ApprovalCommand(act, personId), CreatedAt).IsOk)];
}

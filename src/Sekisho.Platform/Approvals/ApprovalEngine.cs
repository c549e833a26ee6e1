using System.Globalization;
using Npgsql;
using Sekisho.Kernel;

namespace Sekisho.Platform.Approvals;

/// <summary>The one approval engine (rule M2): keeps cases, asks the next persons, tells the owner the end. Runs inside the caller's command.</summary>
public sealed class ApprovalEngine(IEnumerable<IApprovalOwner> owners)
{
    private readonly Dictionary<string, IApprovalOwner> owners = owners.ToDictionary(o => o.SubjectKind, StringComparer.Ordinal);

    /// <summary>Puts something up for approval.</summary>
    /// <returns>The case's id.</returns>
    /// <exception cref="InvalidOperationException">Nobody owns this kind of subject, so nothing would follow from the decision.</exception>
    public async Task<Result<Guid>> SubmitAsync(UnitOfWork work, ApprovalPlan plan, CancellationToken ct)
    {
        if (!owners.ContainsKey(plan.SubjectKind)) throw new InvalidOperationException($"No approval owner for '{plan.SubjectKind}'.");
        var submitted = ApprovalRules.Submit(plan);
        if (!submitted.IsOk) return submitted.As<Guid>();
        var row = new ApprovalRow(
            work.Ids.Next(), plan.SubjectKind, plan.SubjectId, plan.Title, plan.Link, plan.OrganCode, plan.UnitId, plan.Details, work.Now, null, 1, submitted.Value);
        await ApprovalStore.InsertAsync(work, row, ct);
        work.Audit("platform.approval.submitted", Payload(row), Side(row.Title, null), TargetRef.Person(plan.RequesterId));
        AskNext(work, row, null);
        return row.Id;
    }

    /// <summary>Somebody acts on a case. <paramref name="comment"/> is free text (an opinion, the reason of a 差戻し), erasable.</summary>
    /// <param name="expectedVersion">The row version the person saw.</param>
    /// <returns>The state after the act.</returns>
    public async Task<Result<ApprovalState>> ActAsync(
        UnitOfWork work, Guid approvalId, int expectedVersion, ApprovalCommand command, string? comment, CancellationToken ct)
    {
        if (!string.Equals(command.PersonId, work.Actor.PersonId, StringComparison.Ordinal))
            throw new InvalidOperationException("An approval act is the acting person's own.");
        if (await ApprovalStore.LockAsync(work, approvalId, ct) is not { } row) return NotFound;
        if (row.RowVersion != expectedVersion) return Changed;
        if (command.ForPersonId is { } absent && !await ApprovalDelegations.IsInForceAsync(work, absent, command.PersonId, ct)) return NotDelegated;
        var decided = ApprovalRules.Decide(row.Case, command, work.Now);
        if (!decided.IsOk) return decided.As<ApprovalState>();
        var next = row with { Case = decided.Value, RowVersion = row.RowVersion + 1, EndedAt = decided.Value.IsFinal ? row.EndedAt ?? work.Now : null };
        await ApprovalStore.UpdateAsync(work, next, ct);
        await ApprovalStore.AddActAsync(work, row, command, comment, ct);
        work.Audit("platform.approval." + Verb(command.Act), Payload(next, command, row.Case.Current), Side(null, comment), TargetRef.Person(command.PersonId));
        if (command.ForPersonId is { } principal) work.Notify(principal, "approval.notice.later", Args(next), Link(next));
        if (command.Act != ApprovalAct.Look) await FollowAsync(work, row, next, command, ct);
        return next.Case.State;
    }

    private async Task FollowAsync(UnitOfWork work, ApprovalRow before, ApprovalRow after, ApprovalCommand command, CancellationToken ct)
    {
        var args = Args(after);
        if (after.Case.IsFinal)
        {
            work.Audit("platform.approval.ended", Payload(after));
            if (command.Act != ApprovalAct.Withdraw) work.Notify(after.Case.RequesterId, "approval.notice." + ApprovalRow.StateCode(after.Case.State), args, Link(after));
            var approvers = after.Case.Agreements.Select(a => a.PersonId).ToList();
            await owners[after.SubjectKind].EndedAsync(
                new(after.Id, after.SubjectId, after.Case.State, after.Case.RequesterId, command.PersonId, approvers, after.Details), work, ct);
        }
        else if (after.Case.State == ApprovalState.Returned) work.Notify(after.Case.RequesterId, "approval.notice.returned", args, Link(after));
        else AskNext(work, after, before);
    }

    private static void AskNext(UnitOfWork work, ApprovalRow after, ApprovalRow? before)
    {
        var isSameStep = before is { Case.State: ApprovalState.Open } && before.Case.Current == after.Case.Current && before.Case.Round == after.Case.Round;
        if (isSameStep) return;
        foreach (var person in after.Case.Waiting) work.Notify(person, "approval.notice.asked", Args(after), Link(after));
    }

    private static string Verb(ApprovalAct act) => act switch
    {
        ApprovalAct.Agree => "agreed",
        ApprovalAct.Reject => "rejected",
        ApprovalAct.Return => "returned",
        ApprovalAct.Withdraw => "withdrawn",
        ApprovalAct.Look => "looked_at",
        _ => "resubmitted",
    };

    private static Dictionary<string, object> Payload(ApprovalRow row, ApprovalCommand? command = null, int? step = null)
    {
        var payload = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["approval"] = row.Id, ["subject_kind"] = row.SubjectKind, ["subject_id"] = row.SubjectId,
            ["state"] = ApprovalRow.StateCode(row.Case.State), ["round"] = row.Case.Round, ["requester"] = row.Case.RequesterId,
        };
        if (command is not null) payload["person"] = command.PersonId;
        if (command?.ForPersonId is { } absent) payload["for_person"] = absent;
        if (step is { } at) payload["step"] = at;
        if (command is { Act: ApprovalAct.Return }) payload["to_step"] = command.ToStep;
        return payload;
    }

    private static Dictionary<string, string>? Side(string? title, string? comment)
    {
        var side = new Dictionary<string, string>(StringComparer.Ordinal);
        if (title is not null) side["title"] = title;
        if (!string.IsNullOrWhiteSpace(comment)) side["comment"] = comment;
        return side.Count > 0 ? side : null;
    }

    private static Dictionary<string, string> Args(ApprovalRow row) => new(StringComparer.Ordinal)
    {
        ["title"] = row.Title, ["step"] = (row.Case.Current + 1).ToString(CultureInfo.InvariantCulture),
    };

    private static string Link(ApprovalRow row) => "/approvals/" + row.Id;

    private static Refusal NotFound { get; } = new("approval.not-found", "この案件は見つかりません。", "一覧から開き直してください。") { IsNotFound = true };
    private static Refusal NotDelegated { get; } = new("approval.not-delegated", "この人から、今日の代決を任されていません。", "本人が代決の定めを記録してから操作してください。");
    private static Refusal Changed { get; } = new("approval.changed", "この案件は、表示している間に進みました。", "最新の内容を読み込み、もう一度確かめてから操作してください。") { IsConflict = true };
}

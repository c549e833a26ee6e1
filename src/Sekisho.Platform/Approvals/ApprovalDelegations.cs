using Npgsql;
using NpgsqlTypes;
using Sekisho.Kernel;

namespace Sekisho.Platform.Approvals;

/// <summary>Who decides in whose place. A person gives their own seat away only, for a time with an end, and takes it back whenever they like.</summary>
public static class ApprovalDelegations
{
    private const int LongestReason = 200;
    private const string Columns = "select id, person_id, delegate_id, first_day, last_day, reason, ended_on from platform.approval_delegation ";

    /// <param name="isKnown">The delegate is a person of the registry.</param>
    public static Result<bool> Check(string personId, string delegateId, bool isKnown, DateOnly firstDay, DateOnly lastDay, string reason, DateOnly today)
    {
        var wrong = new List<Refusal>();
        if (!isKnown || string.Equals(personId, delegateId, StringComparison.Ordinal)) wrong.Add(new("approval.delegate.person", "代決する人が見つからないか、あなた自身です。", "ほかの職員の番号を書いてください。") { Field = "delegate" });
        if (firstDay < today) wrong.Add(new("approval.delegate.first", "始まりの日が過ぎています。", "今日か、先の日を入れてください。") { Field = "first" });
        if (lastDay < firstDay || lastDay > firstDay.AddYears(1)) wrong.Add(new("approval.delegate.last", "終わりの日が、始まりの日から一年以内ではありません。", "不在の最後の日を入れてください。") { Field = "last" });
        if (reason.Length is 0 or > LongestReason) wrong.Add(new("approval.delegate.reason", "理由が書かれていないか、長すぎます。", $"出張・休暇などの理由を{LongestReason}字までで書いてください。") { Field = "reason" });
        return wrong.Count > 0 ? Result<bool>.Refused(wrong) : true;
    }

    /// <summary>Inside the person's own command.</summary>
    public static async Task<Result<Guid>> AddAsync(UnitOfWork work, string delegateId, bool isKnown, DateOnly firstDay, DateOnly lastDay, string reason, CancellationToken ct)
    {
        if (work.Actor.PersonId is not { } person) throw new InvalidOperationException("A delegation is the acting person's own.");
        var decided = Check(person, delegateId, isKnown, firstDay, lastDay, reason, JapanTime.Day(work.Now));
        if (!decided.IsOk) return decided.As<Guid>();
        var id = work.Ids.Next();
        await using var command = new NpgsqlCommand("insert into platform.approval_delegation (id, person_id, delegate_id, first_day, last_day, reason, made_at) values ($1, $2, $3, $4, $5, $6, $7)", work.Connection, work.Transaction)
        {
            Parameters = { new() { Value = id }, new() { Value = person }, new() { Value = delegateId }, new() { Value = firstDay }, new() { Value = lastDay }, new() { Value = reason }, new() { Value = work.Now } },
        };
        await command.ExecuteNonQueryAsync(ct);
        work.Audit("platform.approval.delegated", new Dictionary<string, object>(StringComparer.Ordinal) { ["delegation"] = id, ["delegate"] = delegateId, ["first_day"] = firstDay, ["last_day"] = lastDay },
            new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = reason }, TargetRef.Person(person));
        work.Notify(delegateId, "approval.notice.delegated", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["first"] = firstDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["last"] = lastDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        }, "/approvals?of=deputy");
        return id;
    }

    /// <summary>Takes it back from today on; refused when it is not the acting person's or over already.</summary>
    public static async Task<Result<bool>> EndAsync(UnitOfWork work, Guid id, CancellationToken ct)
    {
        var today = JapanTime.Day(work.Now);
        await using var command = new NpgsqlCommand("update platform.approval_delegation set ended_on = $3 where id = $1 and person_id = $2 and ended_on is null and last_day >= $3", work.Connection, work.Transaction)
        {
            Parameters = { new() { Value = id }, new() { Value = work.Actor.PersonId ?? "" }, new() { Value = today } },
        };
        if (await command.ExecuteNonQueryAsync(ct) == 0) return new Refusal("approval.delegate.gone", "この代決の定めは、もう終わっています。", "画面を読み込み直してください。") { IsConflict = true };
        work.Audit("platform.approval.delegation_ended", new Dictionary<string, object>(StringComparer.Ordinal) { ["delegation"] = id });
        return true;
    }

    /// <summary>Those a person gave or was given that have not ended, the next to end first.</summary>
    public static async Task<IReadOnlyList<ApprovalDelegation>> DelegationsAsync(this ReadScope read, string personId, DateOnly today, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Columns + "where (person_id = $1 or delegate_id = $1) and last_day >= $2 and ended_on is null order by last_day, id", read.Connection)
        {
            Parameters = { new() { Value = personId }, new() { Value = today } },
        };
        return await ListAsync(command, ct);
    }

    internal static async Task<bool> IsInForceAsync(UnitOfWork work, string personId, string delegateId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Columns + "where person_id = $1 and delegate_id = $2", work.Connection, work.Transaction) { Parameters = { new() { Value = personId }, new() { Value = delegateId } } };
        var today = JapanTime.Day(work.Now);
        return (await ListAsync(command, ct)).Any(d => d.IsInForce(today));
    }

    private static async Task<IReadOnlyList<ApprovalDelegation>> ListAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var r = await command.ExecuteReaderAsync(ct);
        var rows = new List<ApprovalDelegation>();
        while (await r.ReadAsync(ct))
            rows.Add(new(r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetFieldValue<DateOnly>(3), r.GetFieldValue<DateOnly>(4), r.GetString(5), r.IsDBNull(6) ? null : r.GetFieldValue<DateOnly>(6)));
        return rows;
    }
}

using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Approvals;
using Sekisho.Policy.Parameters;

namespace Sekisho.Policy.Records;

/// <summary>Puts expired records up for disposal. The CISO decides, and where there is none the mayor; nothing is erased before.</summary>
public sealed class RequestDisposal(CommandRunner commands, ApprovalEngine approvals)
{
    internal const string SubjectKind = "policy.disposal";
    private const int LongestReason = 300, Most = 200, Shown = 50;

    /// <param name="records">Kind and reference of each.</param>
    /// <returns>The approval's id.</returns>
    public Task<Result<Guid>> RunAsync(Guid commandId, Actor actor, IReadOnlyList<(string Kind, string Ref)> records, string reason, CancellationToken ct) =>
        commands.RunAsync<Guid>(commandId, "policy.record.disposal.request", actor, async (work, inner) =>
        {
            if (actor.PersonId is not { } person) return new Refusal("policy.disposal.closed", "申請した人が分かりません。", "職員として入ってから申請してください。");
            if (reason.Length is 0 or > LongestReason) return new Refusal("policy.disposal.reason", "理由が書かれていないか、長すぎます。", $"なぜ廃棄や移管をするかを{LongestReason}字までで書いてください。") { Field = "reason" };
            if (records.Count is 0 or > Most) return new Refusal("policy.disposal.none", "記録が選ばれていないか、多すぎます。", $"満了した記録を1件から{Most}件まで選んでください。") { Field = "record" };
            var context = work.Context<DocumentsContext>();
            var today = JapanTime.Day(work.Now);
            var all = (await RecordList.ReadAsync(context, inner)).ToDictionary(i => (i.Kind, i.Ref));
            var wanted = records.Distinct().Select(r => all.GetValueOrDefault(r)).ToList();
            if (wanted.Any(i => i is null || i.State(today) != "expired")) return new Refusal("policy.disposal.early", "保存年限の満ちていない記録か、もう申請した記録が入っています。", "画面を読み込み直して、満了した記録だけを選んでください。") { IsConflict = true };
            var id = work.Ids.Next();
            context.Add(new DisposalRow { Id = id, Reason = reason, RequestedBy = person, RequestedAt = work.Now });
            await work.SaveAsync(inner); // the mapper does not know that the items point to it
            foreach (var item in wanted.OfType<RecordItem>()) context.Add(new DisposalItemRow { DisposalId = id, Kind = item.Kind, Ref = item.Ref, Title = item.Title, Expiry = item.Class.Expiry, ExpiresOn = item.ExpiresOn!.Value });
            var list = string.Join('\n', wanted.OfType<RecordItem>().Take(Shown).Select(i => $"{i.Title} ({i.Class.Series}) 満了 {i.ExpiresOn:yyyy-MM-dd}")) + (wanted.Count > Shown ? $"\nほか{wanted.Count - Shown}件" : "");
            var plan = new ApprovalPlan(SubjectKind, id.ToString("D"), $"記録の廃棄・移管 {wanted.Count}件", RecordLink.List, person, actor.OrganCode ?? "", null, await RequestParameters.StepsAsync(work, inner),
                new Dictionary<string, string>(StringComparer.Ordinal) { ["policy.record.list"] = list, ["policy.record.reason"] = reason }, NoDeputy: true);
            return await approvals.SubmitAsync(work, plan, inner);
        }, ct);
}

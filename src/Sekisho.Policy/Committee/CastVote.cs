using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Policy.Committee;

/// <summary>書面審議: a member answers for themselves, and may change the answer until the secretariat records the result.</summary>
public sealed record CastVote(Guid ItemId, string Choice, string Remark)
{
    private const int LongestRemark = 500;

    public Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.meeting.answer", actor, async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            var item = await context.AgendaItems.AsNoTracking().SingleOrDefaultAsync(i => i.Id == ItemId, inner);
            if (item is null || actor.PersonId is not { } person || !await context.Members.AnyAsync(m => m.MeetingId == item.MeetingId && m.PersonId == person, inner)) return CommitteeRefusals.Gone;
            if (!await context.Meetings.AnyAsync(m => m.Id == item.MeetingId && m.Mode == MeetingRow.Written && m.State == MeetingRow.Open, inner)) return CommitteeRefusals.Closed;
            if (item.Result is not null || item.Kind != AgendaItemRow.Proposal) return CommitteeRefusals.Decided;
            if (Choice is not (VoteRow.For or VoteRow.Against or VoteRow.Abstain)) return new Refusal("policy.vote.choice", "賛否が選ばれていません。", "賛成・反対・保留から選んでください。") { Field = "answer" };
            if (Remark.Length > LongestRemark) return new Refusal("policy.vote.remark", "意見が長すぎます。", $"{LongestRemark}字までで書いてください。") { Field = "remark" };
            var row = await context.Votes.SingleOrDefaultAsync(v => v.ItemId == ItemId && v.PersonId == person, inner);
            if (row is null) context.Add(new VoteRow { ItemId = ItemId, PersonId = person, Choice = Choice, Remark = Remark });
            else (row.Choice, row.Remark) = (Choice, Remark);
            work.Audit("policy.meeting.answered", new Dictionary<string, object>(StringComparer.Ordinal) { ["item"] = CommitteeLink.Text(ItemId), ["choice"] = Choice }, null, TargetRef.Person(person));
            return 1;
        }, ct);
}

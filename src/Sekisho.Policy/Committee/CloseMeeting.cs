using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Policy.Committee;

/// <summary>閉会: nothing on the agenda is left open.</summary>
public sealed record CloseMeeting(Guid MeetingId, int ReadVersion)
{
    public Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.meeting.close", actor, async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            var meeting = await context.Meetings.SingleOrDefaultAsync(m => m.Id == MeetingId, inner);
            if (meeting is null) return CommitteeRefusals.Gone;
            if (meeting.State != MeetingRow.Open) return meeting.State == MeetingRow.Closed ? CommitteeRefusals.Closed : CommitteeRefusals.NotOpen;
            if (meeting.RowVersion != ReadVersion) return CommitteeRefusals.Changed;
            var items = await context.AgendaItems.AsNoTracking().Where(i => i.MeetingId == MeetingId).ToListAsync(inner);
            var open = items.Count(i => i.Result is null);
            if (open > 0) return new Refusal("policy.meeting.unfinished", $"決まっていない議題が{open}件あります。", "議決か継続審議を記録してから閉会してください。");
            (meeting.State, meeting.ClosedAt) = (MeetingRow.Closed, work.Now);
            work.Audit("policy.meeting.closed", new Dictionary<string, object>(StringComparer.Ordinal) { ["meeting"] = CommitteeLink.Text(MeetingId), ["items"] = items.Count, ["adopted"] = items.Count(i => i.Result == AgendaItemRow.Adopted) });
            return items.Count;
        }, ct);
}

using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Policy.Committee;

/// <summary>Attendance, with which the meeting opens; as long as it is open it may be corrected.</summary>
/// <param name="Attendance">present, deputy or absent, by member.</param>
/// <param name="Deputies">Who came in a member's place, by member.</param>
/// <param name="ChairId">Who is in the chair: the chair, and where they could not come another member.</param>
public sealed record OpenMeeting(Guid MeetingId, int ReadVersion, IReadOnlyDictionary<string, string> Attendance, IReadOnlyDictionary<string, string> Deputies, string ChairId)
{
    private const int LongestName = 60;

    public Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.meeting.open", actor, async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            var meeting = await context.Meetings.SingleOrDefaultAsync(m => m.Id == MeetingId, inner);
            if (meeting is null) return CommitteeRefusals.Gone;
            if (meeting.State == MeetingRow.Closed || meeting.IsWritten) return CommitteeRefusals.Closed;
            if (meeting.RowVersion != ReadVersion) return CommitteeRefusals.Changed;
            if (meeting.HeldOn > JapanTime.Day(work.Now)) return new Refusal("policy.meeting.early", "会議の日が、まだ来ていません。", "当日になってから出席を記録してください。") { IsConflict = true };
            var members = await context.Members.Where(m => m.MeetingId == MeetingId).ToListAsync(inner);
            var wrong = Problems(members).ToList();
            if (wrong.Count > 0) return Result<int>.Refused(wrong);
            foreach (var member in members)
            {
                member.Attendance = Attendance[member.PersonId];
                member.Deputy = member.Attendance == MemberRow.ByDeputy ? Deputies[member.PersonId] : "";
            }
            (meeting.State, meeting.OpenedAt, meeting.ChairId) = (MeetingRow.Open, meeting.OpenedAt ?? work.Now, ChairId);
            var there = members.Count(m => m.Attendance != MemberRow.Absent);
            work.Audit("policy.meeting.attended", new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["meeting"] = CommitteeLink.Text(MeetingId), ["present"] = members.Count(m => m.Attendance == MemberRow.Present), ["deputies"] = members.Count(m => m.Attendance == MemberRow.ByDeputy), ["members"] = members.Count, ["chair"] = ChairId,
            });
            return there;
        }, ct);

    private IEnumerable<Refusal> Problems(List<MemberRow> members)
    {
        if (members.Exists(m => !MemberRow.Attendances.Contains(Attendance.GetValueOrDefault(m.PersonId) ?? "", StringComparer.Ordinal)))
            yield return new Refusal("policy.meeting.attendance", "出欠の決まっていない委員がいます。", "全員について、出席・代理・欠席を選んでください。") { Field = "attendance" };
        if (members.Exists(m => Attendance.GetValueOrDefault(m.PersonId) == MemberRow.ByDeputy && (Deputies.GetValueOrDefault(m.PersonId) ?? "").Length is 0 or > LongestName))
            yield return new Refusal("policy.meeting.deputy", "代理の氏名が書かれていません。", "代理で出た人の氏名を書いてください。") { Field = "attendance" };
        if (!members.Exists(m => m.PersonId == ChairId && Attendance.GetValueOrDefault(m.PersonId) == MemberRow.Present))
            yield return new Refusal("policy.meeting.chair", "議長の人が出席していません。", "出席している委員の中から議長を選んでください。") { Field = "chair" };
    }
}

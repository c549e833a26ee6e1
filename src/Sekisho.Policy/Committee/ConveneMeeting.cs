using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Calendar;
using Sekisho.Platform;
using Sekisho.Platform.Registries;

namespace Sekisho.Policy.Committee;

/// <summary>招集: the members are those appointed on the day of the meeting, and each is told. The chair is the member who is CISO, and where none is, the first.</summary>
/// <param name="Mode">met or written (書面審議).</param>
/// <param name="HeldOn">The day of the meeting, or the last day for answers.</param>
public sealed record ConveneMeeting(string Mode, DateOnly HeldOn, string Starts, string Place, string Note)
{
    private const int LongestPlace = 80, LongestNote = 500, LongestDays = 366;

    /// <returns>The meeting's id.</returns>
    public Task<Result<Guid>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<Guid>(commandId, "policy.meeting.convene", actor, async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            var today = JapanTime.Day(work.Now);
            var rule = await context.CommitteeRules.AsNoTracking().SingleAsync(inner);
            var wrong = Problems(rule, today).ToList();
            var holders = (await work.RoleHoldersAsync(HeldOn, RoleCode.Committee, ct: inner)).Where(h => !h.IsActing).Select(h => h.PersonId).Distinct(StringComparer.Ordinal).ToList();
            if (holders.Count == 0) wrong.Add(new Refusal("policy.meeting.members", "その日に任命されている委員がいません。", "役割の画面で委員を任命してから招集してください。"));
            if (wrong.Count > 0) return Result<Guid>.Refused(wrong);
            var others = (await work.RoleHoldersAsync(HeldOn, ct: inner)).Where(h => holders.Contains(h.PersonId, StringComparer.Ordinal) && h.Role != RoleCode.Committee && h.Role != RoleCode.AllStaff)
                .GroupBy(h => h.PersonId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(h => h.Role.Value).Distinct(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
            var year = FiscalYear.Of(HeldOn).StartYear;
            var number = (await context.Meetings.Where(m => m.FiscalYear == year).MaxAsync(m => (int?)m.Number, inner) ?? 0) + 1;
            var chair = holders.Find(h => others.GetValueOrDefault(h)?.Contains(RoleCode.Ciso.Value, StringComparer.Ordinal) == true) ?? holders[0];
            var row = new MeetingRow
            {
                Id = work.Ids.Next(), FiscalYear = year, Number = number, Mode = Mode, HeldOn = HeldOn, Starts = Starts, Place = Place, Note = Note, ChairId = chair,
                State = Mode == MeetingRow.Written ? MeetingRow.Open : MeetingRow.Convened, ConvenedBy = actor.PersonId ?? actor.Name, ConvenedAt = work.Now, OpenedAt = Mode == MeetingRow.Written ? work.Now : null,
            };
            context.Add(row);
            await work.SaveAsync(inner); // the mapper does not know that the members point to it
            foreach (var person in holders) Invite(work, context, row, person, others.GetValueOrDefault(person));
            work.Audit("policy.meeting.convened", new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["meeting"] = CommitteeLink.Text(row.Id), ["mode"] = Mode, ["held_on"] = HeldOn, ["members"] = holders.Count, ["number"] = number,
            });
            return row.Id;
        }, ct);

    private IEnumerable<Refusal> Problems(CommitteeRuleRow rule, DateOnly today)
    {
        if (Mode is not (MeetingRow.Met or MeetingRow.Written)) yield return new Refusal("policy.meeting.mode", "開き方が選ばれていません。", "集まるか、書面で審議するかを選んでください。") { Field = "mode" };
        if (Mode == MeetingRow.Written && !rule.WrittenAllowed) yield return new Refusal("policy.meeting.written", "この委員会は書面で審議できません。", "集まる会議として招集してください。") { Field = "mode" };
        if (HeldOn < today || HeldOn > today.AddDays(LongestDays)) yield return new Refusal("policy.meeting.day", "開く日が、今日から一年以内の日ではありません。", "先の日を入れてください。") { Field = "held" };
        if (Mode == MeetingRow.Met && (Place.Length is 0 or > LongestPlace || Starts.Length is 0 or > LongestPlace)) yield return new Refusal("policy.meeting.place", "時刻か場所が書かれていません。", "開く時刻と場所を書いてください。") { Field = "place" };
        if (Note.Length > LongestNote) yield return new Refusal("policy.meeting.note", "知らせる事が長すぎます。", $"{LongestNote}字までで書いてください。") { Field = "note" };
    }

    private static void Invite(UnitOfWork work, DocumentsContext context, MeetingRow row, string person, List<string>? roles)
    {
        context.Add(new MemberRow { MeetingId = row.Id, PersonId = person, Post = string.Join(';', roles ?? []), Attendance = MemberRow.Unknown, Deputy = "" });
        work.Notify(person, "policy.meeting.notice." + row.Mode, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["year"] = row.Year, ["number"] = row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), ["day"] = row.HeldOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["place"] = row.Place,
        }, CommitteeLink.One(row.Id));
    }
}

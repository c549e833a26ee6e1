using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Calendar;
using Sekisho.Kernel.Facts.Organisation;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Committee;

/// <summary>
/// The votes on a proposal are recorded, and what follows happens in the same transaction. The result is counted here and never taken from the page. Without a quorum the vote is void: it is
/// told to the ledger as such and nothing follows from it.
/// </summary>
/// <param name="Votes">for, against, abstain or excluded, by member.</param>
/// <param name="IsContinued">Taken up again another day; nothing is counted.</param>
public sealed record DecideItem(Guid ItemId, int ReadVersion, IReadOnlyDictionary<string, string> Votes, IReadOnlyDictionary<string, string> Remarks, string Condition, bool IsContinued = false)
{
    private const int LongestText = 500;

    /// <returns>The result's code.</returns>
    public Task<Result<string>> RunAsync(CommandRunner commands, PackLibrary packs, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<string>(commandId, "policy.meeting.decide", actor, async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            var item = await context.AgendaItems.SingleOrDefaultAsync(i => i.Id == ItemId, inner);
            if (item is null) return CommitteeRefusals.Gone;
            var meeting = await context.Meetings.AsNoTracking().SingleAsync(m => m.Id == item.MeetingId, inner);
            if (Problem(meeting, item) is { } no) return no;
            if (item.Kind == AgendaItemRow.Report || IsContinued) return Plain(work, item, item.Kind == AgendaItemRow.Report ? AgendaItemRow.Noted : AgendaItemRow.Continued);
            var members = await context.Members.AsNoTracking().Where(m => m.MeetingId == meeting.Id).ToListAsync(inner);
            var rule = await context.CommitteeRules.AsNoTracking().SingleAsync(inner);
            var exception = await Resolutions.ExceptionAsync(context, item, inner);
            var barred = Conflicts.Of(exception, await work.RoleHoldersAsync(meeting.HeldOn, ct: inner));
            var votes = Votes.Where(v => v.Value.Length > 0).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
            var wrong = Problems(rule, meeting, members, barred, votes).ToList();
            if (exception is not null && Exceptions.GrantException.Problem(exception, JapanTime.Day(work.Now)) is { } late) wrong.Add(late);
            if (wrong.Count > 0) return Result<string>.Refused(wrong);
            await KeepVotesAsync(context, votes, inner);
            var tally = Tally.Of(rule, meeting, members, votes);
            await CountAsync(context, item, meeting, tally, JapanTime.Day(work.Now), inner);
            work.Fact(new CommitteeDecisionMade(CommitteeLink.Text(item.Id), item.SubjectKind, item.SubjectId, item.Result, tally.Members, tally.Present, tally.QuorumMet, item.DecidedOn));
            await Resolutions.FollowAsync(work, packs, item, exception, inner);
            return item.Result!;
        }, ct);

    private Refusal? Problem(MeetingRow meeting, AgendaItemRow item)
    {
        if (meeting.State != MeetingRow.Open) return meeting.State == MeetingRow.Closed ? CommitteeRefusals.Closed : CommitteeRefusals.NotOpen;
        if (item.Result is not null) return CommitteeRefusals.Decided;
        if (item.RowVersion != ReadVersion) return CommitteeRefusals.Changed;
        return Condition.Length > LongestText ? new Refusal("policy.vote.condition", "条件が長すぎます。", $"{LongestText}字までで書いてください。") { Field = "condition" } : null;
    }

    private static IEnumerable<Refusal> Problems(CommitteeRuleRow rule, MeetingRow meeting, List<MemberRow> members, IReadOnlySet<string> barred, Dictionary<string, string> votes)
    {
        if (votes.Any(v => !VoteRow.Choices.Contains(v.Value, StringComparer.Ordinal) || !members.Exists(m => m.PersonId == v.Key)))
            yield return new Refusal("policy.vote.choice", "賛否に、委員でない人か知らない値が入っています。", "画面を読み込み直してください。") { Field = "vote" };
        if (members.Exists(m => barred.Contains(m.PersonId) && votes.TryGetValue(m.PersonId, out var v) && v != VoteRow.Excluded))
            yield return new Refusal("policy.vote.barred", "利害のある委員が賛否に入っています。", "申請した人とその部署の長は「除斥」にしてください。") { Field = "vote" };
        if (!meeting.IsWritten && members.Exists(m => Tally.IsThere(rule, m) != votes.ContainsKey(m.PersonId) && !(votes.GetValueOrDefault(m.PersonId) == VoteRow.Excluded)))
            yield return new Refusal("policy.vote.missing", "出席した委員の全員に賛否がないか、欠席の委員に賛否があります。", "出席した委員について、賛成・反対・保留・除斥を選んでください。") { Field = "vote" };
    }

    private static string Plain(UnitOfWork work, AgendaItemRow item, string result)
    {
        item.Result = result;
        work.Audit("policy.meeting.item_" + result, new Dictionary<string, object>(StringComparer.Ordinal) { ["item"] = CommitteeLink.Text(item.Id), ["meeting"] = CommitteeLink.Text(item.MeetingId) });
        return result;
    }

    private async Task KeepVotesAsync(DocumentsContext context, Dictionary<string, string> votes, CancellationToken ct)
    {
        var before = await context.Votes.Where(v => v.ItemId == ItemId).ToDictionaryAsync(v => v.PersonId, StringComparer.Ordinal, ct);
        foreach (var (person, choice) in votes)
        {
            var remark = Remarks.GetValueOrDefault(person) ?? "";
            if (remark.Length > LongestText) remark = remark[..LongestText];
            if (before.TryGetValue(person, out var row)) (row.Choice, row.Remark) = (choice, remark.Length > 0 ? remark : row.Remark);
            else context.Add(new VoteRow { ItemId = ItemId, PersonId = person, Choice = choice, Remark = remark });
        }
    }

    private async Task CountAsync(DocumentsContext context, AgendaItemRow item, MeetingRow meeting, Tally tally, DateOnly today, CancellationToken ct)
    {
        (item.Result, item.Condition) = (tally.Result, Condition);
        (item.Present, item.VotesFor, item.QuorumMet, item.DecidedOn) = (tally.Present, tally.For, tally.QuorumMet, meeting.IsWritten ? today : meeting.HeldOn);
        if (!tally.QuorumMet) return;
        var year = FiscalYear.Of(item.DecidedOn.Value).StartYear;
        item.FiscalYear = year;
        item.Number = (await context.AgendaItems.Where(i => i.FiscalYear == year).MaxAsync(i => i.Number, ct) ?? 0) + 1;
    }
}

using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Exceptions;

namespace Sekisho.Policy.Committee;

/// <summary>付議: puts something of the system, or anything else, on the agenda of a meeting that is not closed. The same thing waits on one agenda only.</summary>
/// <param name="Kind">proposal or report.</param>
/// <param name="Subject">kind:id of what is on paper already: exception, edition, review or board (its day); empty for anything else.</param>
/// <param name="Title">For anything else; what is on paper has its own.</param>
public sealed record AddAgendaItem(Guid MeetingId, string Kind, string Subject, string Title, string Text)
{
    private const int LongestTitle = 160, LongestText = 2_000;

    /// <returns>The item's id.</returns>
    public Task<Result<Guid>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<Guid>(commandId, "policy.meeting.agenda", actor, async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            var meeting = await context.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == MeetingId, inner);
            if (meeting is null) return CommitteeRefusals.Gone;
            if (meeting.State == MeetingRow.Closed) return CommitteeRefusals.Closed;
            if (Kind is not (AgendaItemRow.Proposal or AgendaItemRow.Report)) return new Refusal("policy.agenda.kind", "議案か報告かが選ばれていません。", "どちらかを選んでください。") { Field = "kind" };
            if (Text.Length > LongestText) return new Refusal("policy.agenda.text", "説明が長すぎます。", $"{LongestText}字までで書いてください。") { Field = "text" };
            var found = await FindAsync(context, inner);
            if (!found.IsOk) return found.As<Guid>();
            var (kind, id, title) = found.Value;
            if (id.Length > 0 && kind != AgendaItemRow.OfBoard && await WaitsAsync(context, kind, id, inner)) return new Refusal("policy.agenda.waits", "この件は、もう議題に載っています。", "その会議で決まるのを待ってください。") { IsConflict = true };
            var position = await context.AgendaItems.CountAsync(i => i.MeetingId == MeetingId, inner) + 1;
            var row = new AgendaItemRow { Id = work.Ids.Next(), MeetingId = MeetingId, Position = position, Kind = Kind, Title = title, Text = Text, SubjectKind = kind, SubjectId = id, Condition = "" };
            context.Add(row);
            work.Audit("policy.meeting.item_added", new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["meeting"] = CommitteeLink.Text(MeetingId), ["item"] = CommitteeLink.Text(row.Id), ["kind"] = Kind, ["subject_kind"] = kind, ["subject_id"] = id,
            });
            return row.Id;
        }, ct);

    private static Task<bool> WaitsAsync(DocumentsContext context, string kind, string id, CancellationToken ct) =>
        (from i in context.AgendaItems join m in context.Meetings on i.MeetingId equals m.Id where i.SubjectKind == kind && i.SubjectId == id && i.Result == null && m.State != MeetingRow.Closed select i).AnyAsync(ct);

    private async Task<Result<(string Kind, string Id, string Title)>> FindAsync(DocumentsContext context, CancellationToken ct)
    {
        var missing = new Refusal("policy.agenda.subject", "選んだ件が、議題にできる状態にありません。", "一覧から選び直してください。") { Field = "subject" };
        if (Subject.Length == 0)
            return Title.Length is 0 or > LongestTitle ? new Refusal("policy.agenda.title", "件名が書かれていないか、長すぎます。", $"{LongestTitle}字までで書いてください。") { Field = "title" } : (AgendaItemRow.Other, "", Title);
        var colon = Subject.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return missing;
        var (kind, id) = (Subject[..colon], Subject[(colon + 1)..]);
        if (kind == AgendaItemRow.OfBoard) return DateOnly.TryParseExact(id, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? (kind, id, "適合状況(" + Kernel.Calendar.Wareki.LongText(day) + ")") : missing;
        if (!Guid.TryParseExact(id, "D", out var guid)) return missing;
        var title = kind switch
        {
            AgendaItemRow.OfException => await context.Exceptions.Where(e => e.Id == guid && e.State == ExceptionRow.Forwarded).ToListAsync(ct) is [var e] ? e.Name + " " + e.Title : null,
            AgendaItemRow.OfReview => await context.Reviews.Where(r => r.Id == guid && r.ClosedOn == null).Select(r => r.TriggerRef).SingleOrDefaultAsync(ct),
            AgendaItemRow.OfEdition => await (from e in context.Editions join d in context.Documents on e.DocumentId equals d.Id where e.Id == guid && e.DecisionId == null && (e.IsCurrent || e.PublicationState == EditionRow.Draft) select d.Title + " 第" + e.Version + "版").SingleOrDefaultAsync(ct),
            _ => null,
        };
        return title is null ? missing : (kind, id, title);
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sekisho.PolicyText.Exchange;
using Sekisho.Shell.Language;
using Sekisho.Shell.Routing;
using Sekisho.Shell.Web;

namespace Sekisho.Policy.Committee;

/// <summary>会議録 as a Word document: who was there, what was on the agenda in its order, how it was decided and by which number.</summary>
internal static class MinutesWord
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(CommitteeLink.List + "/{id:guid}/minutes.docx", async (Guid id, HttpContext http, CommitteeReader reader, Words words) =>
    {
        if (await reader.FindAsync(id, http.RequestAborted) is not { } view) return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.DownloadPolicy;
        return Results.File(Write(view, words), ContentType, "minutes.docx");
    }).Who(Roles.Ciso, Roles.SysOwner, Roles.SysAdmin, Roles.Committee, Roles.Mayor, Roles.Auditor);

    internal static byte[] Write(MeetingView view, Words words)
    {
        var parts = new List<WordPart>
        {
            new(null, Lead(view, words), []),
            new(words["policy.meeting.members"], [words["policy.meeting.attended", view.There, view.Members.Count, view.Needed]],
                [[words["policy.meeting.member"], words["policy.meeting.post"], words["policy.meeting.attendance"]], .. view.Members.Select(m => Attendance(view, m, words))]),
        };
        parts.AddRange(view.Items.Select(item => Item(view, item, words)));
        return WordWriter.WriteReport(words["policy.meeting.minutes.title", view.Row.Year, view.Row.Number], parts);
    }

    private static IReadOnlyList<string> Lead(MeetingView view, Words words) =>
    [
        words["policy.meeting.day"] + " " + words.Day(view.Row.HeldOn) + " " + view.Row.Starts, words["policy.meeting.place"] + " " + (view.Row.IsWritten ? words["policy.meeting.mode.written"] : view.Row.Place),
        words["policy.meeting.chair"] + " " + view.Name(view.Row.ChairId), .. view.Row.Note.Length > 0 ? [view.Row.Note] : Array.Empty<string>(),
    ];

    private static string[] Attendance(MeetingView view, MemberRow member, Words words) =>
    [
        view.Name(member.PersonId), string.Join("、", member.Post.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(words.Role)),
        words["policy.meeting.attendance." + member.Attendance] + (member.Deputy.Length > 0 ? " " + member.Deputy : ""),
    ];

    private static WordPart Item(MeetingView view, AgendaItemRow item, Words words)
    {
        var lines = new List<string>();
        if (item.Text.Length > 0) lines.Add(item.Text);
        lines.AddRange(view.Details[item.Id]);
        lines.Add(words["policy.meeting.result"] + " " + (item.Result is { } result ? words["policy.meeting.result." + result] : words["policy.meeting.waiting"]) + (item.ResolutionName is { } name ? " " + name : ""));
        if (item.Condition.Length > 0) lines.Add(words["policy.meeting.condition"] + " " + item.Condition);
        var votes = view.Votes[item.Id].ToList();
        List<IReadOnlyList<string>> rows = votes.Count == 0 ? [] :
        [
            [words["policy.vote"], words["policy.vote.count"], words["policy.meeting.member"]],
            .. VoteRow.Choices.Select(c => (Choice: c, Of: votes.Where(v => v.Choice == c).ToList())).Where(g => g.Of.Count > 0).Select(g => (IReadOnlyList<string>)[words["policy.vote." + g.Choice], g.Of.Count.ToString(CultureInfo.InvariantCulture),
                string.Join("、", g.Of.Select(v => view.Name(v.PersonId) + (v.Remark.Length > 0 ? "「" + v.Remark + "」" : "")))]),
        ];
        return new WordPart(words["policy.meeting.item." + item.Kind, view.NumberOf(item)] + " " + item.Title, lines, rows);
    }
}

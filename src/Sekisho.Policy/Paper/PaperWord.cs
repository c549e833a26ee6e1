using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy.Board;
using Sekisho.PolicyText.Exchange;
using Sekisho.Shell.Language;
using Sekisho.Shell.Routing;
using Sekisho.Shell.Web;

namespace Sekisho.Policy.Paper;

/// <summary>The papers about conformity as Word documents: the one page, the 適用宣言書, the sheet of an article. Each shows what its reader may see on screen.</summary>
internal static class PaperWord
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(PaperLink.ReportWord, async (HttpContext http, BriefReports reports, Current current, Words words) =>
            await reports.OfAsync(current, http.RequestAborted) is { } report ? File(http, ReportWordOf(report, words), "report.docx") : Results.NotFound())
            .Who(Roles.Mayor, Roles.Ciso, Roles.SysOwner, Roles.SysAdmin, Roles.DeptHead, Roles.Committee, Roles.Auditor);
        routes.MapGet(PaperLink.ApplicabilityWord, async (HttpContext http, Database database, ConformityQueries queries, Current current, Words words, TimeProvider time) =>
            await BoardAsync(http, database, queries, current, time) is { } board ? File(http, ApplicabilityWordOf(board, current, words), "applicability.docx") : Results.NotFound()).Who();
        routes.MapGet(PaperLink.ArticleWord, async (string? path, HttpContext http, Database database, ConformityQueries queries, Current current, Words words, TimeProvider time) =>
            await BoardAsync(http, database, queries, current, time) is { } board && board.Rows.FirstOrDefault(r => r.Path == path) is { } row
                ? File(http, ArticleWordOf(board, row, current, words), "article.docx") : Results.NotFound()).Who();
    }

    private static async Task<BoardView?> BoardAsync(HttpContext http, Database database, ConformityQueries queries, Current current, TimeProvider time)
    {
        await using var read = await database.ReadAsync(http.RequestAborted);
        return await queries.BoardAsync(read, current, ConformityLink.Past(http.Request.Query["as-of"].ToString(), JapanTime.Day(time.GetUtcNow())), http.RequestAborted);
    }

    private static IResult File(HttpContext http, byte[] bytes, string name)
    {
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.DownloadPolicy;
        return Results.File(bytes, ContentType, name);
    }

    internal static byte[] ReportWordOf(BriefReport report, Words words)
    {
        var parts = new List<WordPart>
        {
            new(null, [words["policy.report.made", words.Day(report.Today)], words["policy.report.to", words.Role(Roles.Mayor), words.Role(Roles.Ciso)], ReportWords.Conclusion(report, words) + ReportWords.Change(report, words)],
                [["", .. ReportWords.Figures(report, words).Select(f => f.Name)], [words["policy.report.now"], .. ReportWords.Figures(report, words).Select(f => f.Value)], [words["policy.report.past"], .. ReportWords.Figures(report, words).Select(f => f.Note)]]),
            Lines(words["policy.report.decide"], ReportWords.Decide(report, words), words),
            new(words["policy.report.units"], [], report.Rates.Count == 0 ? [] : [[words["policy.article.unit"], words["policy.board.rate"]], .. report.Rates.Select(r => (IReadOnlyList<string>)[r.Column.Label, r.Rate.ToString(CultureInfo.InvariantCulture) + "%"])]),
            Lines(words["policy.report.happened"], ReportWords.Happened(report, words), words), Lines(words["policy.report.ahead"], ReportWords.Ahead(report, words), words),
            new(null, [Basis(report.Board, words), .. report.Checkpoint is { } checkpoint ? [words["policy.report.checkpoint", words.Moment(checkpoint.SealedAt)] + " " + checkpoint.Line] : Array.Empty<string>()], []),
        };
        return WordWriter.WriteReport(words["policy.report.name", report.Board.Snapshot.Applied.Pack.City], parts);
    }

    internal static byte[] ApplicabilityWordOf(BoardView board, Current current, Words words) => WordWriter.WriteReport(words["policy.applicability.title"],
    [
        new(null, [words["policy.applicability.lead", board.Snapshot.Applied.Pack.City, words.Moment(board.Snapshot.Result.AsOf)], Basis(board, words)], []),
        Table(words["policy.applicability.duties"], words["policy.article.duty"], ApplicabilityLine.Obligations(board, current, words), words),
        Table(words["policy.applicability.catalogue"], words["policy.statements.control"], ApplicabilityLine.Controls(board, current, words), words),
    ]);

    internal static byte[] ArticleWordOf(BoardView board, BoardRow row, Current current, Words words)
    {
        var lines = ApplicabilityLine.Obligations(board with { Rows = [row] }, current, words);
        var columns = board.Columns.Zip(row.Cells).Where(c => c.Second is not null)
            .Select(c => (IReadOnlyList<string>)[c.First.Key == BoardColumn.CityKey ? words["policy.board.city"] : c.First.Label, words["shell.verdict." + Kernel.Verdicts.VerdictNames.Code(c.Second!.Verdict)]]);
        return WordWriter.WriteReport((row.Number + " " + row.Caption).Trim(),
        [
            new(null, [Basis(board, words)], []), Table(words["policy.article.duties"], words["policy.article.duty"], lines, words),
            new(words["policy.article.units"], [], [[words["policy.article.unit"], words["policy.article.verdict"]], .. columns]),
        ]);
    }

    private static WordPart Table(string heading, string what, IReadOnlyList<ApplicabilityLine> lines, Words words) => new(heading, [],
    [
        [what, words["policy.applicability.place"], words["policy.doc.roles"], words["policy.applicability.applies"], words["policy.applicability.status"], words["policy.applicability.why"]],
        .. lines.Select(l => (IReadOnlyList<string>)[l.Id + " " + l.Title, l.Place, l.Who, words[l.Applies ? "policy.applicability.yes" : "policy.applicability.no"],
            l.Verdict is { } verdict ? words["shell.verdict." + Kernel.Verdicts.VerdictNames.Code(verdict)] : "", l.Why]),
    ]);

    private static WordPart Lines(string heading, IReadOnlyList<string> lines, Words words) => new(heading, lines.Count == 0 ? [words["policy.report.nothing"]] : lines, []);

    private static string Basis(BoardView board, Words words) =>
        words["policy.report.basis", words.Moment(board.Snapshot.Result.AsOf), board.Snapshot.Result.LeafCount, board.Snapshot.Result.InputDigest.Hex[..16]];
}

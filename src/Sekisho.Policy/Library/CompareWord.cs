using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Comparing;
using Sekisho.PolicyText.Exchange;
using Sekisho.Shell.Language;
using Sekisho.Shell.Routing;
using Sekisho.Shell.Web;

namespace Sekisho.Policy.Library;

/// <summary>新旧対照表 as a Word document. A closed document goes out only to those who may read it, and says on the paper that it is not public.</summary>
internal static class CompareWord
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/policy/documents/{id}/compare.docx", async (
        string id, int? from, int? to, HttpContext http, LibraryReader reader, ClosedReaders closed, Current current, Words words, TimeProvider time) =>
    {
        if (await reader.PairAsync(id, from, to, current.PersonId, http.RequestAborted) is not { } pair) return Results.NotFound();
        closed.Count(pair.Document, "export", current.PersonId, pair.MayRead, time.GetUtcNow());
        if (!pair.MayRead) return Results.StatusCode(StatusCodes.Status403Forbidden);
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.DownloadPolicy;
        return Results.File(Write(pair, words), ContentType, "compare.docx");
    }).Who();

    internal static byte[] Write(EditionPair pair, Words words)
    {
        var rows = new List<IReadOnlyList<string>> { new[] { words["policy.compare.kind"], words["policy.compare.old"], words["policy.compare.new"] } };
        foreach (var row in EditionComparison.Compare(pair.Older.Tree(), pair.Newer.Tree()).Where(r => r.Kind != ChangeKind.Same))
            rows.Add([words["policy.compare." + row.Kind.ToString().ToLowerInvariant()], Text(row.Old), Text(row.New)]);
        var lead = words["policy.compare.lead", pair.Document.Title, pair.Older.Version.ToString(CultureInfo.InvariantCulture), pair.Newer.Version.ToString(CultureInfo.InvariantCulture)];
        return WordWriter.WriteTable(words["policy.compare.title"], lead + " " + words["policy.disclosure." + pair.Document.DisclosureClass], rows);
    }

    private static string Text(IReadOnlyList<Clause> clauses) => string.Join(" / ", clauses.Select(c => string.Join(' ', new[] { c.PrintedLabel, c.Caption, c.Text }.Where(t => t.Length > 0))));
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy.Board;
using Sekisho.Policy.Documents;
using Sekisho.PolicyText.Exchange;
using Sekisho.Shell.Language;
using Sekisho.Shell.Routing;
using Sekisho.Shell.Web;

namespace Sekisho.Policy.Oscal;

/// <summary>The OSCAL documents of one day, at addresses that refer to each other by name. Of a day that is over, two downloads are equal byte for byte.</summary>
internal static class OscalExport
{
    public const string Folder = ConformityLink.Board + "/oscal", Catalog = "catalog.json";
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>File name, name of the root, and how it is made; null when there is nothing to say.</summary>
    public static IReadOnlyList<(string File, string Root, Func<OscalState, JsonObject?> Make)> Kinds { get; } =
    [
        ("profile.json", "profile", OscalPlans.Profile), ("components.json", "component-definition", OscalPlans.Components), ("ssp.json", "system-security-plan", OscalPlans.Plan),
        ("results.json", "assessment-results", OscalResults.Results), ("poam.json", "plan-of-action-and-milestones", OscalResults.ToDo),
    ];

    private static readonly string[] Readers = [Roles.Mayor, Roles.Ciso, Roles.SysOwner, Roles.SysAdmin, Roles.Committee, Roles.Auditor];

    public static IEnumerable<string> Files => Kinds.Select(k => k.File).Prepend(Catalog);
    public static bool IsFor(Current current) => Readers.Any(current.Has);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Folder + "/{file}", async (
        string file, HttpContext http, Database database, ConformityQueries queries, PolicyReader policies, PlatformOptions options, Current current, Words words, TimeProvider time) =>
    {
        var bytes = file == Catalog ? await CatalogAsync(policies, http.RequestAborted) : await OneAsync(file, http, database, queries, options, current, words, time);
        if (bytes is null) return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.DownloadPolicy;
        return Results.File(bytes, "application/json", file);
    }).Who(Readers);

    /// <exception cref="InvalidOperationException">The document breaks a constraint of the format: it does not go out.</exception>
    public static byte[]? Write(string root, JsonObject? document)
    {
        if (document is null) return null;
        if (OscalCheck.Problems(document) is [var problem, ..]) throw new InvalidOperationException(root + ": " + problem);
        return System.Text.Encoding.UTF8.GetBytes(new JsonObject { [root] = document }.ToJsonString(Options));
    }

    private static async Task<byte[]?> OneAsync(string file, HttpContext http, Database database, ConformityQueries queries, PlatformOptions options, Current current, Words words, TimeProvider time)
    {
        var (name, root, make) = Kinds.FirstOrDefault(k => k.File == file);
        if (name is null) return null;
        // Without a day: the last one that is over, so that the same address gives the same bytes until tomorrow.
        var today = JapanTime.Day(time.GetUtcNow());
        await using var read = await database.ReadAsync(http.RequestAborted);
        var board = await queries.BoardAsync(read, current, ConformityLink.Past(http.Request.Query["as-of"].ToString(), today) ?? today.AddDays(-1), http.RequestAborted);
        if (board is null) return null;
        var state = new OscalState(board, options.Origin, current, words);
        return state.Rows.Count == 0 ? null : Write(root, make(state));
    }

    private static async Task<byte[]?> CatalogAsync(PolicyReader policies, CancellationToken ct) =>
        await policies.ReadAsync(ct) is { Edition: { } edition } ? OscalWriter.Write(edition.Tree(), edition.ImportedAt) : null;
}

using System.Text;
using System.Text.Json.Nodes;
using Sekisho.Kernel.Facts.Gate;
using Sekisho.Kernel.Facts.Organisation;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Policy.Oscal;
using Sekisho.Shell.Language;
using Sekisho.Shell.Routing;
using Sekisho.Tests.Policy.Board;
using Sekisho.Tests.PolicyText.Exchange;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Policy.Oscal;

/// <summary>The board as OSCAL 1.2.1: valid by the published schemas, sound beyond them, and the same bytes for the same day.</summary>
public sealed class OscalExportTests : IAsyncLifetime
{
    private static readonly string[] Roots = ["profile", "component-definition", "system-security-plan", "assessment-results", "plan-of-action-and-milestones"];
    private readonly ConformityDatabase db = new();
    public Task InitializeAsync() => db.InitializeAsync();
    public Task DisposeAsync() => db.DisposeAsync();

    [SharedFact]
    public async Task Every_document_is_valid_and_leads_somewhere()
    {
        var state = await StateAsync();
        var files = new List<string>();
        foreach (var root in Roots)
        {
            files.Add(Path.Combine(db.Folder, root + ".json"));
            await File.WriteAllBytesAsync(files[^1], Made(state, root));
        }
        var (wrong, said) = await OscalSchemaTests.CheckAsync("complete", files);
        wrong.ShouldBeFalse(said);
    }

    [Fact]
    public async Task A_day_that_is_over_gives_the_same_bytes_again()
    {
        var first = await StateAsync();
        var bytes = Roots.Select(r => Made(first, r)).ToList();
        await db.FactAsync(new OrgRoleVacant("CISO"));
        await db.SealAsync();
        var again = first with { Board = await BoardAsync(Yesterday) };
        foreach (var (root, old) in Roots.Zip(bytes)) Made(again, root).ShouldBe(old, root);
        Made(first with { Board = await BoardAsync(null) }, "assessment-results").ShouldNotBe(bytes[3], "the present is another state");
    }

    [Fact]
    public async Task What_is_wrong_is_a_finding_and_a_thing_to_do()
    {
        var state = await StateAsync();
        var results = JsonNode.Parse(Made(state, "assessment-results"))!["assessment-results"]!["results"]![0]!;
        var mail = results["findings"]!.AsArray().Single(f => f!["props"]!.AsArray().Any(p => (string?)p!["value"] == "TST-002"))!;
        ((string?)mail["target"]!["status"]!["state"], (string?)mail["target"]!["target-id"]).ShouldBe(("not-satisfied", "art2_smt"));
        results["observations"]!.AsArray().Single(o => ((string)o!["title"]!).StartsWith("SAN-01", StringComparison.Ordinal))!["relevant-evidence"]!.AsArray().Count.ShouldBeGreaterThan(0);
        Encoding.UTF8.GetString(Made(state, "plan-of-action-and-milestones")).ShouldContain("mail-77");
    }

    [Fact]
    public async Task What_the_schema_does_not_see_is_seen()
    {
        var state = await StateAsync();
        var results = OscalResults.Results(state);
        OscalCheck.Problems(results, state.Rows.Select(OscalState.ControlId).ToHashSet()).ShouldBeEmpty();
        OscalCheck.Problems(results, new HashSet<string> { "art1" }).ShouldContain("control-id art2 is no control of the catalog");
        var finding = results["results"]![0]!["findings"]![0]!.AsObject();
        finding["related-observations"]![0]!["observation-uuid"] = state.Uuid("another");
        finding["uuid"] = (string?)results["uuid"];
        OscalCheck.Problems(results).Count.ShouldBe(2);
        Should.Throw<InvalidOperationException>(() => OscalExport.Write("assessment-results", results));
    }

    private DateOnly Yesterday => Sekisho.Kernel.JapanTime.Day(db.Time.GetUtcNow()).AddDays(-1);

    private async Task<OscalState> StateAsync()
    {
        await db.FactAsync(new ScopeConfigured("route", "mail", null, "Z_INET", "Z_LGWAN", true, null, "confirmed"), new MailAccepted("mail-77", "Z_INET", "Z_LGWAN"), new MailReleased("mail-77", "Z_INET", "Z_LGWAN"),
            new OrgRoleAppointed("CISO", "統括責任者", PersonId: "p1", Basis: "post", ValidFrom: new DateOnly(2026, 1, 1)));
        await db.SealAsync();
        db.Time.Advance(TimeSpan.FromDays(1));
        var words = new Words(new WordBook([typeof(Words).Assembly, typeof(OscalExport).Assembly]));
        return new OscalState(await BoardAsync(Yesterday), "sekisho/test/1", new Current(), words);
    }

    private async Task<Sekisho.Policy.Board.BoardView> BoardAsync(DateOnly? day)
    {
        await using var read = await db.Database.ReadAsync(default);
        return (await db.Queries.BoardAsync(read, new Current(), day, default)).ShouldNotBeNull();
    }

    private static byte[] Made(OscalState state, string root) => OscalExport.Write(root, OscalExport.Kinds.Single(k => k.Root == root).Make(state)).ShouldNotBeNull();
}

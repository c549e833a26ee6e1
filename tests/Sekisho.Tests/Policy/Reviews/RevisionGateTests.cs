using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Conformity.Packs;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Library;
using Sekisho.Policy.Packs;
using Sekisho.Policy.Reviews;
using Sekisho.Tests.Policy.Documents;

namespace Sekisho.Tests.Policy.Reviews;

/// <summary>Where a pack says so, a revision goes nowhere before its analysis is there; where it does not, nothing is asked.</summary>
public sealed class RevisionGateTests(PolicyDatabase database) : IClassFixture<PolicyDatabase>
{
    private const string Document = "sks-policy";

    [Fact]
    public async Task A_revision_waits_for_its_analysis()
    {
        var shipped = PolicyDatabase.Packs.Content("SKS").Value;
        var asking = new PackFile(shipped.Path, shipped.Text.Replace("risk_analysis_required: false", "risk_analysis_required: true", StringComparison.Ordinal));
        asking.Text.ShouldNotBe(shipped.Text);
        (await database.Apply.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, asking, default)).IsOk.ShouldBeTrue();
        var text = Encoding.UTF8.GetString(PolicyDatabase.Packs.ShippedText(ImportEditionTests.Pack("SKS"))!);
        (await ImportAsync(text, publish: true)).Value.Version.ShouldBe(1);

        // The revised text may be brought in as a draft, not as a published edition, and the draft cannot be published.
        var revised = text.Replace("その定義を最新に保つ", "その定義を毎日改める", StringComparison.Ordinal);
        (await ImportAsync(revised, publish: true)).Refusals[0].Stage.ShouldBe("policy.revision.analysis");
        (await ImportAsync(revised, publish: false)).Value.Version.ShouldBe(2);
        (await PublishAsync()).Refusals[0].Stage.ShouldBe("policy.revision.analysis");

        var today = Sekisho.Kernel.JapanTime.Day(database.Time.GetUtcNow());
        (await OpenAsync(new("nothing", "", today.AddDays(1), today))).Refusals.Select(r => r.Field).ShouldBe(["kind", "cause", "occurred", "due"]);
        var review = (await OpenAsync(new(TriggerKinds.Audit, "監査報告 第3号", today, today.AddDays(60)))).Value;
        (await AnalyseAsync(new(review, [], 0, 4, ""))).Refusals.Count.ShouldBe(4);
        (await AnalyseAsync(new(review, ["malware", "error"], 3, 2, "定義の更新が遅れると入り口になる。"))).IsOk.ShouldBeTrue();

        // An analysis alone is not the conclusion to revise.
        (await PublishAsync()).Refusals[0].Stage.ShouldBe("policy.revision.analysis");
        (await ConcludeAsync(new(review, 1, "maybe", "x"))).Refusals[0].Field.ShouldBe("outcome");
        (await ConcludeAsync(new(review, 1, ReviewRow.Revise, "毎日の更新を条文にする。"))).IsOk.ShouldBeTrue();

        // This policy also wants the committee's resolution; one that does not lets the edition out.
        (await PublishAsync()).Refusals[0].Stage.ShouldBe("policy.publish.resolution");
        var alone = new PackFile(asking.Path, asking.Text.Replace("    approval_body: 情報セキュリティ委員会\n", "", StringComparison.Ordinal));
        (await database.Apply.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, alone, default)).IsOk.ShouldBeTrue();
        (await PublishAsync()).Value.ShouldBe(2);

        var closed = (await database.RecordsAsync("policy.review.closed")).ShouldHaveSingleItem();
        (closed.Text("review_id"), closed.Text("outcome"), closed.Text("new_version")).ShouldBe((review.ToString("D"), "revise", "2"));
        (await database.RecordsAsync("policy.revision.analysed")).ShouldHaveSingleItem().Number("likelihood").ShouldBe(3);
        (await database.RecordsAsync("policy.review.opened")).ShouldHaveSingleItem().List("paths").ShouldNotBeEmpty();
        (await database.RecordsAsync("policy.review.triggered")).ShouldHaveSingleItem().Text("trigger_kind").ShouldBe("audit");
        (await ConcludeAsync(new(review, 3, ReviewRow.NoChange, "x"))).Refusals[0].IsConflict.ShouldBeTrue();

        // The next revision needs its own analysis; a pack that does not ask lets it through.
        (await ImportAsync(text, publish: true)).Refusals[0].Stage.ShouldBe("policy.revision.analysis");
        (await database.Apply.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, shipped, default)).IsOk.ShouldBeTrue();
        (await ImportAsync(text, publish: true)).Value.Version.ShouldBe(3);
    }

    private Task<Sekisho.Kernel.Result<Guid>> OpenAsync(OpenReview open) => open.RunAsync(database.Commands, database.Services.GetRequiredService<PackLibrary>(), PolicyDatabase.NewId(), Person, default);
    private Task<Sekisho.Kernel.Result<int>> AnalyseAsync(AnalyseRevision analyse) => analyse.RunAsync(database.Commands, PolicyDatabase.NewId(), Person, default);
    private Task<Sekisho.Kernel.Result<int>> ConcludeAsync(ConcludeReview conclude) => conclude.RunAsync(database.Commands, PolicyDatabase.NewId(), Person, default);
    private Task<Sekisho.Kernel.Result<int>> PublishAsync() => new PublishEdition(Document, new DateOnly(2027, 4, 1)).RunAsync(database.Commands, database.Services.GetRequiredService<PackLibrary>(), PolicyDatabase.NewId(), Person, default);
    private Task<Sekisho.Kernel.Result<ImportedEdition>> ImportAsync(string text, bool publish) =>
        database.Importer.ImportTextAsync(PolicyDatabase.NewId(), Person, text, "utf-8", default, new EditionTarget(Document, Publish: publish) { IsRevision = true });

    private static Sekisho.Platform.Actor Person { get; } = new(Sekisho.Platform.ActorKind.Person, "", "p1", "MAYOR", null, new HashSet<string>(["CISO"], StringComparer.Ordinal));
}

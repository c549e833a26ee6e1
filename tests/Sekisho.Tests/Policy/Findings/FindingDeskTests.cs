using System.Text;
using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy;
using Sekisho.Policy.Findings;
using Sekisho.Tests.Policy.Documents;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Policy.Findings;

/// <summary>Faults of a text from its import over a person's decision to the next edition.</summary>
public sealed class FindingDeskTests(PolicyDatabase database) : IClassFixture<PolicyDatabase>
{
    private FindingDesk Desk => database.Findings;

    [Fact]
    public async Task From_an_import_to_the_next_edition()
    {
        var none = await Desk.CheckAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, CancellationToken.None);
        none.Refusals[0].Stage.ShouldBe("policy.finding.notext");
        (await database.Apply.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, "SKS", CancellationToken.None)).IsOk.ShouldBeTrue();
        var text = Encoding.UTF8.GetString(PolicyDatabase.Packs.ShippedText(ImportEditionTests.Pack("SKS"))!);
        await ImportAsync(text);
        var rows = await RowsAsync();
        rows.ShouldContain(f => f.Rule == "interval-missing" && f.Status == FindingRow.Open && f.IsPresent);
        (await database.RecordsAsync("policy.lint.found")).Count.ShouldBe(rows.Count);

        // Looking again changes nothing and writes nothing.
        (await Desk.CheckAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, CancellationToken.None)).Value.ShouldBe(rows.Count);
        (await database.RecordsAsync("policy.lint.found")).Count.ShouldBe(rows.Count);

        await DecideAsync(rows.First(f => f.Rule == "interval-missing"));
        await EnterAsync();

        // The next edition gives the interval: the decided finding is set aside, the others keep what they are.
        await ImportAsync(text.Replace("定期に点検する", "一月に1回、定期に点検する", StringComparison.Ordinal));
        var after = await RowsAsync();
        after.Single(f => f.Rule == "interval-missing").IsPresent.ShouldBeFalse();
        after.Count(f => f.Source == FindingRow.ByPerson && f.IsPresent).ShouldBe(1);
        (await database.RecordsAsync("policy.lint.found"))[^1].Text("status").ShouldBe("gone");
    }

    private async Task DecideAsync(FindingRow row)
    {
        Task<Result<string>> Decide(int version, string status, string reason) => Desk.DecideAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, row.Id, version, status, reason, CancellationToken.None);
        (await Decide(row.RowVersion, FindingRow.Waived, "")).Refusals[0].Field.ShouldBe("reason");
        (await Decide(row.RowVersion, "forgotten", "")).Refusals[0].Field.ShouldBe("status");
        (await Decide(row.RowVersion + 1, FindingRow.Done, "")).Refusals[0].IsConflict.ShouldBeTrue();
        (await Decide(row.RowVersion, FindingRow.Waived, "要領で一月と定めている")).IsOk.ShouldBeTrue();
        var record = (await database.RecordsAsync("policy.lint.found"))[^1];
        (record.Text("finding_id"), record.Text("status"), record.Text("kind")).ShouldBe((row.Id, "waived", "interval_missing"));
    }

    private async Task EnterAsync()
    {
        Task<Result<string>> Enter(EnterFinding finding) => Desk.EnterAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, finding, CancellationToken.None);
        (await Enter(new("art99", "?", "?", "", ""))).Refusals.Select(r => r.Field).ShouldBe(["path", "kind", "severity", "text"], ignoreOrder: true);
        (await Enter(new("art24", "ambiguity", "warning", "この語は無い", "二通りに読める。"))).Refusals[0].Field.ShouldBe("quote");
        (await Enter(new("art24", "ambiguity", "warning", "法令及び契約", "契約に定めの無いときの処分が決まらない。"))).IsOk.ShouldBeTrue();
        (await database.RecordsAsync("policy.lint.found"))[^1].Text("kind").ShouldBe("ambiguity");
    }

    private async Task ImportAsync(string text) =>
        (await database.Importer.ImportTextAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, text, "utf-8", CancellationToken.None)).IsOk.ShouldBeTrue();

    private async Task<List<FindingRow>> RowsAsync()
    {
        await using var read = await database.Database.ReadAsync(CancellationToken.None);
        return await read.Context<DocumentsContext>().Findings.ToListAsync();
    }
}

using System.Text;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Policy.Documents;

public sealed class PolicyImporterTests(PolicyDatabase database) : IClassFixture<PolicyDatabase>
{
    private static byte[] OwnText() => PolicyDatabase.Packs.ShippedText(ImportEditionTests.Pack("SKS"))!;

    [Fact]
    public async Task From_pack_to_text_to_a_confirmed_scope()
    {
        // Nothing can be imported before a pack is there.
        var early = await database.Importer.ImportFileAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, OwnText(), CancellationToken.None);
        early.Refusals[0].Stage.ShouldBe("policy.import.no-pack");

        (await database.Apply.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, "SKS", CancellationToken.None)).Value.ShouldBe("sks-policy");
        (await database.RecordsAsync("scope.configured")).ShouldAllBe(r => r.Text("confirm_state") == "pending");
        var view = (await database.Reader.ReadAsync(CancellationToken.None))!;
        view.Edition.ShouldBeNull();
        view.Articles.ShouldNotBeEmpty();
        view.ScopeWaiting.ShouldBeGreaterThan(0);

        // The same pack again changes nothing; another city's pack is refused.
        var records = await database.Ledger.SizeAsync(CancellationToken.None);
        (await database.Apply.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, "SKS", CancellationToken.None)).IsOk.ShouldBeTrue();
        await database.SealAsync();
        (await database.Ledger.SizeAsync(CancellationToken.None)).ShouldBe(records);
        (await database.Apply.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, "MTK", CancellationToken.None)).Refusals[0].Stage.ShouldBe("policy.pack.other");

        // A text that lacks articles is refused whole, with every place named.
        var whole = Encoding.UTF8.GetString(OwnText());
        var cut = await database.Importer.ImportTextAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, whole[..(whole.Length / 2)], "utf-8", CancellationToken.None);
        cut.Refusals.Count.ShouldBeGreaterThan(1);
        cut.Refusals.ShouldAllBe(r => r.Stage == "policy.import.unresolved");

        // The text in an old encoding becomes edition 1.
        var sjis = CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(whole.Replace('―', '—').Replace('—', '-'));
        var first = await database.Importer.ImportFileAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, sjis, CancellationToken.None);
        first.Value.Version.ShouldBe(1);
        var same = await database.Importer.ImportFileAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, sjis, CancellationToken.None);
        same.Refusals[0].Stage.ShouldBe("policy.import.same");
        var second = await database.Importer.ImportFileAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, OwnText(), CancellationToken.None);
        second.Value.Version.ShouldBe(2);

        var published = await database.RecordsAsync("policy.version.published");
        published.Count.ShouldBe(2);
        published.Single(r => r.Text("version") == "2").Text("supersedes").ShouldBe("1");
        (await database.RecordsAsync("policy.structure.verified")).Count.ShouldBe(2);
        (await database.RecordsAsync("policy.history.recorded")).ShouldNotBeEmpty();
        view = (await database.Reader.ReadAsync(CancellationToken.None))!;
        view.Edition!.Version.ShouldBe(2);
        view.Articles[0].ToString().ShouldBe("title");
        view.Articles.ShouldBe(view.Articles.Distinct());

        await ConfirmAllAsync();
    }

    private async Task ConfirmAllAsync()
    {
        await using var read = await database.Database.ReadAsync(CancellationToken.None);
        var rows = read.Context<Sekisho.Policy.DocumentsContext>().Scope.ToList();
        var decisions = rows.Select(r => new Sekisho.Policy.Scope.ScopeDecision(r.Id, r.InScope, null)).ToList();
        (await database.Scope.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, [decisions[0] with { OrganCode = "nowhere" }], CancellationToken.None)).Refusals[0].Stage.ShouldBe("policy.scope.organ");
        (await database.Scope.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, [], CancellationToken.None)).Refusals[0].Stage.ShouldBe("policy.scope.none");
        (await database.Scope.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, decisions, CancellationToken.None)).Value.ShouldBe(rows.Count);
        (await database.RecordsAsync("scope.configured")).Count(r => r.Text("confirm_state") == "confirmed").ShouldBe(rows.Count + rows.Sum(r => r.Classes.Length));
        // Persons are recorded by class: the facts name the classes, not only the words of the text.
        (await database.RecordsAsync("scope.configured")).Where(r => r.Text("dimension") == "person" && r.Text("confirm_state") == "confirmed").Select(r => r.Text("code")).ShouldContain("regular");
        (await database.Reader.ReadAsync(CancellationToken.None))!.ScopeWaiting.ShouldBe(0);
    }
}

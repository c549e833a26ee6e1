using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Organisation;
using Sekisho.Kernel.Ledger;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Library;
using Sekisho.Policy.Packs;
using Sekisho.Tests.Policy.Documents;

namespace Sekisho.Tests.Policy.Library;

/// <summary>A document from its registration to the confirmation of the last person, with what the ledger is told.</summary>
public sealed class LibraryTests(PolicyDatabase database) : IClassFixture<PolicyDatabase>
{
    private const string Text = "見本の対策基準\n(目的)\n第1条 この基準は、基本方針第12条の定めを行う。\n第2条 地方自治法(昭和22年法律第67号)に従い、台帳を作る。\n附則\nこの基準は、令和8年4月1日から施行する。\n";

    [Fact]
    public async Task From_registration_to_the_last_confirmation()
    {
        await PolicyAsync();
        (await Register("standard", "", "sks-policy")).Refusals.Select(r => r.Field).ShouldBe(["title"]);
        (await Register("policy", "基準", "nowhere")).Refusals.Select(r => r.Field).ShouldBe(["kind", "parent"]);
        var id = (await Register("standard", "見本の対策基準", "sks-policy")).Value;
        (await Register("standard", "見本の対策基準", "sks-policy")).Refusals[0].Stage.ShouldBe("policy.document.same");
        (await Register("standard", "別の基準", id)).Refusals[0].Stage.ShouldBe("policy.document.parent");

        (await new Distribute(id, new DateOnly(2099, 1, 1)).RunAsync(database.Commands, PolicyDatabase.NewId(), PolicyDatabase.Person, default)).Refusals[0].Stage.ShouldBe("policy.distribute.draft");
        var day = new DateOnly(2026, 4, 1);
        (await database.Importer.ImportTextAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, Text, "utf-8", default, new EditionTarget(id, "訓令第1号", day, day, Publish: false))).Value.Version.ShouldBe(1);
        var draft = (await Versions(id)).Single();
        (draft.Text("publication_state"), draft.Text("parent_doc_id"), draft.Text("parent_version"), draft.Text("disclosure_class")).ShouldBe(("draft", "sks-policy", "1", "closed"));
        await LinksAsync(id);

        (await new PublishEdition(id, new DateOnly(2026, 3, 1)).RunAsync(database.Commands, database.Services.GetRequiredService<PackLibrary>(), PolicyDatabase.NewId(), PolicyDatabase.Person, default)).Refusals[0].Stage.ShouldBe("policy.publish.day");
        (await new PublishEdition(id, day).RunAsync(database.Commands, database.Services.GetRequiredService<PackLibrary>(), PolicyDatabase.NewId(), PolicyDatabase.Person, default)).Value.ShouldBe(1);
        (await new PublishEdition(id, day).RunAsync(database.Commands, database.Services.GetRequiredService<PackLibrary>(), PolicyDatabase.NewId(), PolicyDatabase.Person, default)).Refusals[0].IsConflict.ShouldBeTrue();
        (await Versions(id))[^1].Text("publication_state").ShouldBe("published");

        await ConfirmationsAsync(id);
        await ReadingAsync(id);
        await WithoutUnitAsync();
    }

    private async Task LinksAsync(string id)
    {
        var links = (await database.RecordsAsync("policy.clause.linked")).Where(r => r.Text("doc_id") == id).ToList();
        links.ShouldContain(l => l.Text("to_doc") == "sks-policy" && l.Text("to_path") == "art12" && l.Flag("resolved") == true);
        links.Single(l => l.Text("to_doc") == "law:地方自治法").Flag("resolved").ShouldBe(false);
        (await new CheckLaw(id, "道路法", "現行").RunAsync(database.Commands, PolicyDatabase.NewId(), PolicyDatabase.Person, default)).Refusals[0].Stage.ShouldBe("policy.law.none");
        (await new CheckLaw(id, "地方自治法", "令和8年4月1日現在").RunAsync(database.Commands, PolicyDatabase.NewId(), PolicyDatabase.Person, default)).Value.ShouldBe(1);
        (await database.RecordsAsync("policy.clause.linked"))[^1].Flag("resolved").ShouldBe(true);
    }

    private async Task ConfirmationsAsync(string id)
    {
        (await new Distribute(id, new DateOnly(2020, 1, 1)).RunAsync(database.Commands, PolicyDatabase.NewId(), PolicyDatabase.Person, default)).Refusals[0].Stage.ShouldBe("policy.distribute.due");
        (await new Distribute(id, new DateOnly(2099, 1, 1)).RunAsync(database.Commands, PolicyDatabase.NewId(), PolicyDatabase.Person, default)).Refusals[0].Stage.ShouldBe("policy.distribute.nobody");
        await PeopleAsync(("p1", "u1", "regular"), ("p2", "u1", "regular"), ("p3", "u2", "fiscal_year"), ("gone", null, "regular"));
        (await new Distribute(id, new DateOnly(2099, 1, 1)).RunAsync(database.Commands, PolicyDatabase.NewId(), PolicyDatabase.Person, default)).Value.ShouldBe(3);
        (await new Distribute(id, new DateOnly(2099, 1, 1)).RunAsync(database.Commands, PolicyDatabase.NewId(), PolicyDatabase.Person, default)).Refusals[0].IsConflict.ShouldBeTrue();
        (await database.RecordsAsync("policy.distributed")).Select(r => (r.Text("unit_id"), r.Number("sent_count"))).ShouldBe([("u1", 2L), ("u2", 1L)], ignoreOrder: true);

        (await Ack(id, "p2", "screen", "p1")).Refusals[0].Stage.ShouldBe("policy.ack.other");
        (await Ack(id, "p1", "screen", "p1")).Value.ShouldBe(1);
        (await Ack(id, "p1", "screen", "p1")).Value.ShouldBe(0);
        var unknown = await Ack(id, "head", "paper", "p2", "nobody");
        unknown.Refusals[0].WhatHappened.ShouldContain("nobody");
        (await database.RecordsAsync("policy.acknowledged")).Count.ShouldBe(1);
        (await Ack(id, "head", "paper", "p2", "p3")).Value.ShouldBe(2);
        (await database.RecordsAsync("policy.acknowledged")).Select(r => r.Text("method")).ShouldBe(["screen", "paper", "paper"]);

        await PeopleAsync(("p4", "u1", "regular"));
        (await AskJoiners.RunAsync(database.Commands, PolicyDatabase.NewId(), default)).Value.ShouldBe(1);
        (await AskJoiners.RunAsync(database.Commands, PolicyDatabase.NewId(), default)).Value.ShouldBe(0);
        (await database.RecordsAsync("policy.distributed"))[^1].Number("sent_count").ShouldBe(3);
        (await More(id, "gone")).Refusals[0].Stage.ShouldBe("policy.ask.closed");
    }

    /// <summary>The public policy reaches who holds a role without a unit, and persons named by hand; a closed document does not.</summary>
    private async Task WithoutUnitAsync()
    {
        await PeopleAsync(("mayor", null, "special"), ("member", null, "special"));
        (await database.RunAsync<bool>("test", async (work, ct) =>
        {
            await work.ReplaceRoleHoldersAsync("city", [new RoleHolder(RoleCode.Mayor, "city", null, "mayor", null, "post", new DateOnly(2020, 1, 1), null, false)], ct);
            work.Fact(new OrgRoleAppointed(RoleCode: "MAYOR", PersonId: "mayor"));
            return true;
        })).IsOk.ShouldBeTrue();
        (await More("sks-policy", "member")).Refusals[0].Stage.ShouldBe("policy.ask.unsent");
        (await new Distribute("sks-policy", new DateOnly(2099, 1, 1)).RunAsync(database.Commands, PolicyDatabase.NewId(), PolicyDatabase.Person, default)).Value.ShouldBe(6, "five in units and the mayor");
        (await More("sks-policy")).Refusals[0].Field.ShouldBe("more");
        (await More("sks-policy", "member", "nobody")).Refusals[0].WhatHappened.ShouldContain("nobody");
        var before = await database.RecordsAsync("policy.distributed"); // sealed first: what is said within one standing moment has no order
        (await More("sks-policy", "member", "p1")).Value.ShouldBe(1);
        (await More("sks-policy", "member")).Refusals[0].IsConflict.ShouldBeTrue();
        var last = (await database.RecordsAsync("policy.distributed")).Skip(before.Count).ShouldHaveSingleItem();
        (last.Text("unit_id"), last.Text("audience_kind"), last.Number("sent_count")).ShouldBe((null, "persons", 2L));
        (await Ack("sks-policy", "member", "screen", "member")).Value.ShouldBe(1);
    }

    private Task<Result<int>> More(string id, params string[] people) => new AskMore(id, people).RunAsync(database.Commands, PolicyDatabase.NewId(), PolicyDatabase.Person, default);

    private async Task ReadingAsync(string id)
    {
        await PeopleAsync(("c1", "u1", "contractor"));
        var (reader, closed) = (new LibraryReader(database.Database), new ClosedReaders());
        (await reader.TextAsync(id, "p1", default))!.MayRead.ShouldBeTrue();
        (await reader.TextAsync(id, "c1", default))!.MayRead.ShouldBeFalse();
        (await reader.TextAsync(id, null, default))!.MayRead.ShouldBeFalse();
        (await reader.TextAsync("sks-policy", "c1", default))!.MayRead.ShouldBeTrue();
        var document = (await reader.FindAsync(id, default))!.Document;
        closed.Count(document, "read", "p1", true, DateTimeOffset.UnixEpoch);
        closed.Count(document, "read", "c1", false, DateTimeOffset.UnixEpoch);
        (await closed.FlushAsync(database.Commands, PolicyDatabase.NewId(), default)).Value.ShouldBe(1);
        (await closed.FlushAsync(database.Commands, PolicyDatabase.NewId(), default)).Value.ShouldBe(0);
        var first = (await database.RecordsAsync("policy.disclosure.checked")).Single(r => r.Text("doc_id") == id);
        (first.Number("allowed_count"), first.Number("denied_count"), first.Number("breached_count")).ShouldBe((1L, 1L, 0L));
        // Somebody let in who turns out to have no right is a breach.
        closed.Count(document, "read", "c1", true, DateTimeOffset.UnixEpoch);
        await closed.FlushAsync(database.Commands, PolicyDatabase.NewId(), default);
        (await database.RecordsAsync("policy.disclosure.checked"))[^1].Number("breached_count").ShouldBe(1);
    }

    [Fact]
    public async Task A_standard_nobody_closed_is_counted_without_breaches_and_can_be_closed()
    {
        await PolicyAsync();
        var id = (await new RegisterDocument("standard", "公開のままの基準", "sks-policy", IsClosed: false).RunAsync(database.Commands, PolicyDatabase.NewId(), PolicyDatabase.Person, default)).Value;
        var day = new DateOnly(2026, 4, 1);
        (await database.Importer.ImportTextAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, Text, "utf-8", default, new EditionTarget(id, null, day, day))).IsOk.ShouldBeTrue();
        var (reader, closed) = (new LibraryReader(database.Database), new ClosedReaders());
        closed.Count((await reader.FindAsync(id, default))!.Document, "read", null, true, DateTimeOffset.UnixEpoch);
        await closed.FlushAsync(database.Commands, PolicyDatabase.NewId(), default);
        var read = (await database.RecordsAsync("policy.disclosure.checked")).Single(r => r.Text("doc_id") == id);
        (read.Text("disclosure_class"), read.Number("allowed_count"), read.Number("breached_count")).ShouldBe(("public", 1L, 0L));

        (await ClassAsync(id, closed: false)).Refusals[0].Stage.ShouldBe("policy.class.same");
        (await ClassAsync("nowhere", closed: true)).Refusals[0].IsNotFound.ShouldBeTrue();
        (await ClassAsync("sks-policy", closed: true)).Refusals[0].Stage.ShouldBe("policy.class.policy");
        (await ClassAsync(id, closed: true)).Value.ShouldBe("closed");
        (await Versions(id)).Select(v => (v.Text("version"), v.Text("disclosure_class"))).ShouldBe([("1", "public"), ("1", "closed")]);
        (await reader.TextAsync(id, null, default))!.MayRead.ShouldBeFalse();
    }

    private Task<Result<string>> ClassAsync(string id, bool closed) => new Reclassify(id, closed).RunAsync(database.Commands, PolicyDatabase.NewId(), PolicyDatabase.Person, default);

    private Task<Result<string>> Register(string kind, string title, string parent) => new RegisterDocument(kind, title, parent, true).RunAsync(database.Commands, PolicyDatabase.NewId(), PolicyDatabase.Person, default);

    private Task<Result<int>> Ack(string id, string by, string method, params string[] people) =>
        new Acknowledge(id, people, method).RunAsync(database.Commands, PolicyDatabase.NewId(), new Actor(ActorKind.Person, by, by, null, null, new HashSet<string>()), default);

    private async Task<List<SealedRecord>> Versions(string id) => [.. (await database.RecordsAsync("policy.version.published")).Where(r => r.Text("doc_id") == id)];

    private async Task PolicyAsync()
    {
        (await database.Apply.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, "SKS", default)).IsOk.ShouldBeTrue();
        var text = PolicyDatabase.Packs.ShippedText(ImportEditionTests.Pack("SKS"))!;
        var taken = await database.Importer.ImportFileAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, text, default);
        if (!taken.IsOk) taken.Refusals[0].Stage.ShouldBe("policy.import.same"); // the tests of this class share one database
    }

    private async Task PeopleAsync(params (string Id, string? Unit, string Class)[] people) =>
        (await database.RunAsync<bool>("test", async (work, ct) =>
        {
            await work.PutSubjectsAsync([.. people.Select(p => new Subject(TargetRef.Person(p.Id), p.Id, "MAYOR", p.Unit, p.Class, null))], ct);
            foreach (var person in people) work.Fact(new OrgPersonRecorded(person.Id, person.Class, "active", new DateOnly(2026, 4, 1)));
            return true;
        })).IsOk.ShouldBeTrue();
}

using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Policy.Drafts;
using Sekisho.Policy.Library;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Review;
using Sekisho.Tests.Policy.Documents;
using Sekisho.Tests.PolicyText;

namespace Sekisho.Tests.Policy.Drafts;

/// <summary>From a file to an edition: every act is kept, the last one can be undone, and nothing is bound with an open cut.</summary>
public sealed class DraftDeskTests(PolicyDatabase database) : IClassFixture<PolicyDatabase>
{
    [Fact]
    public async Task From_a_file_to_an_edition_of_a_standard()
    {
        (await StartAsync("x.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])).Refusals[0].Stage.ShouldBe("text.old-office");
        var id = (await StartAsync("規程.txt", Layouts.Bytes("kanji-numerals"))).Value;
        var row = await RowAsync(id);
        var open = row.Tree().Open;
        open.Count.ShouldBe(7);

        // Nobody has looked yet: no edition.
        var policyId = (await database.Apply.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, "SKS", CancellationToken.None)).Value;
        var lower = (await new RegisterDocument("standard", "文書管理規程", policyId, IsClosed: true).RunAsync(database.Services.GetRequiredService<Sekisho.Platform.CommandRunner>(), PolicyDatabase.NewId(), PolicyDatabase.Person, CancellationToken.None)).Value;
        var binding = new EditionTarget(lower);
        (await BindAsync(id, row.RowVersion, binding)).Refusals[0].Stage.ShouldBe("policy.draft.open-cuts");

        // One act, undone, made again; a page read before somebody else's act is told so.
        (await EditAsync(id, row.RowVersion, new(CutChange.Merge, open[0].Node))).IsOk.ShouldBeTrue();
        (await EditAsync(id, row.RowVersion, new(CutChange.Confirm, open[1].Node))).Refusals[0].IsConflict.ShouldBeTrue();
        (await RowAsync(id)).Tree().Open.Count.ShouldBe(6);
        (await database.Desk.UndoAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, id, (await RowAsync(id)).RowVersion, CancellationToken.None)).Value.ShouldBe(open[0].Node);
        (await RowAsync(id)).Tree().Open.Count.ShouldBe(7);
        (await EditAsync(id, (await RowAsync(id)).RowVersion, new(CutChange.Confirm, open[0].Node, Alike: true))).IsOk.ShouldBeTrue();
        (await RowAsync(id)).Tree().Open.ShouldBeEmpty();

        (await BindAsync(id, (await RowAsync(id)).RowVersion, binding with { DocumentId = "nowhere" })).Refusals[0].Field.ShouldBe("document");
        var bound = await BindAsync(id, (await RowAsync(id)).RowVersion, binding);
        bound.Value.Version.ShouldBe(1);
        bound.Value.Clauses.ShouldBe(Layouts.Gold("kanji-numerals").TrimEnd('\n').Split('\n').Length - 1);
        (await EditAsync(id, (await RowAsync(id)).RowVersion, new(CutChange.Drop, 1))).Refusals[0].Stage.ShouldBe("policy.draft.closed");
        (await database.RecordsAsync("policy.version.published")).ShouldContain(r => r.Text("doc_id") == bound.Value.DocumentId && r.Text("disclosure_class") == "closed");
        (await database.RecordsAsync("policy.draft.edited")).Count.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task The_document_of_the_pack_takes_only_a_text_with_all_its_places()
    {
        var document = (await database.Apply.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, "SKS", CancellationToken.None)).Value;
        var wrong = (await StartAsync("別.txt", Encoding.UTF8.GetBytes("関所町規程\n\n第1条 甲は、出す。\n\n第2条 乙は、受ける。\n"))).Value;
        (await BindAsync(wrong, 1, new EditionTarget(document))).Refusals.ShouldAllBe(r => r.Stage == "policy.import.unresolved");
        (await BindAsync(wrong, 1, new EditionTarget("nowhere"))).Refusals[0].Field.ShouldBe("document");
        var own = (await StartAsync("方針.txt", PolicyDatabase.Packs.ShippedText(ImportEditionTests.Pack("SKS"))!)).Value;
        var row = await RowAsync(own);
        while (row.Tree().Open is [var cut, ..])
        {
            (await EditAsync(own, row.RowVersion, new(CutChange.Confirm, cut.Node))).IsOk.ShouldBeTrue();
            row = await RowAsync(own);
        }
        (await BindAsync(own, row.RowVersion, new EditionTarget(document))).Value.Obligations.ShouldBeGreaterThan(0);
    }

    private Task<Sekisho.Kernel.Result<Guid>> StartAsync(string name, byte[] bytes) => database.Desk.StartAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, name, bytes, CancellationToken.None);
    private Task<Sekisho.Kernel.Result<int>> EditAsync(Guid id, int version, ReviewEdit edit) => database.Desk.EditAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, id, version, edit, CancellationToken.None);
    private Task<Sekisho.Kernel.Result<Sekisho.Policy.Documents.ImportedEdition>> BindAsync(Guid id, int version, EditionTarget binding) =>
        database.Bind.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, id, version, binding, CancellationToken.None);

    private async Task<DraftRow> RowAsync(Guid id)
    {
        await using var read = await database.Database.ReadAsync(CancellationToken.None);
        return read.Context<Sekisho.Policy.DocumentsContext>().Drafts.Single(d => d.Id == id);
    }
}

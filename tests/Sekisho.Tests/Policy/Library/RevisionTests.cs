using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel.Clauses;
using Sekisho.Policy.Library;
using Sekisho.Policy.Packs;
using Sekisho.Tests.Policy.Documents;

namespace Sekisho.Tests.Policy.Library;

/// <summary>関所市's policy revised: one article repealed, everything behind it renumbered, one sentence reworded. Nothing that was bound to a clause is lost.</summary>
public sealed class RevisionTests : IAsyncLifetime
{
    private readonly PolicyDatabase database = new();

    public Task InitializeAsync() => database.InitializeAsync();
    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_revision_takes_the_obligations_with_it_and_lists_what_needs_a_look()
    {
        (await database.Apply.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, "SKS", default)).IsOk.ShouldBeTrue();
        var text = Encoding.UTF8.GetString(PolicyDatabase.Packs.ShippedText(ImportEditionTests.Pack("SKS"))!);
        (await Import(text, revision: false)).Value.Version.ShouldBe(1);
        var before = (await Pack()).Obligations.ToDictionary(o => o.Id, o => o.Place.Text);

        var revised = Revised(text);
        (await Import(revised, revision: false)).Refusals.ShouldAllBe(r => r.Stage == "policy.import.unresolved");
        (await Import(revised, revision: true)).Value.Version.ShouldBe(2);

        var after = (await Pack()).Obligations.ToDictionary(o => o.Id, o => o.Place.Text);
        await using var read = await database.Database.ReadAsync(default);
        var reviews = read.Context<Sekisho.Policy.DocumentsContext>().Carried.ToDictionary(c => c.ObligationId);
        // The article on screen transfer is gone; every other obligation has a place that exists.
        var repealed = before.Where(o => o.Value == "art13").Select(o => o.Key).ToList();
        repealed.ShouldNotBeEmpty();
        before.Keys.Except(after.Keys).ShouldBe(repealed, ignoreOrder: true);
        repealed.ShouldAllBe(id => reviews[id].Kind == "removed");
        // The articles behind the repealed one moved up by one and need no look.
        var training = before.Single(o => o.Value == "art19").Key;
        after[training].ShouldBe("art18");
        reviews.ContainsKey(training).ShouldBeFalse();
        // The reworded sentence is the only other thing to look at.
        reviews.Values.Where(r => r.Kind != "removed").ShouldAllBe(r => r.Kind == "changed" && r.OldPlace.StartsWith("art16", StringComparison.Ordinal));
        var paths = read.Context<Sekisho.Policy.DocumentsContext>().Clauses.Select(c => c.Path).ToHashSet();
        (await Pack()).Obligations.SelectMany(o => o.Place.Unresolved([.. paths.Select(p => ClauseRef.Parse(p)!.Value)])).ShouldBeEmpty();

        var open = reviews.Keys.First();
        (await new ReviewCarried(reviews[open].EditionId, []).RunAsync(database.Commands, PolicyDatabase.NewId(), PolicyDatabase.Person, default)).IsOk.ShouldBeFalse();
        (await new ReviewCarried(reviews[open].EditionId, [open]).RunAsync(database.Commands, PolicyDatabase.NewId(), PolicyDatabase.Person, default)).Value.ShouldBe(1);
        (await new ReviewCarried(reviews[open].EditionId, [open]).RunAsync(database.Commands, PolicyDatabase.NewId(), PolicyDatabase.Person, default)).Value.ShouldBe(0);
    }

    [Fact]
    public async Task A_draft_of_a_revision_changes_nothing_until_it_is_published_and_an_inserted_article_moves_what_is_behind_it()
    {
        (await database.Apply.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, "SKS", default)).IsOk.ShouldBeTrue();
        var text = Encoding.UTF8.GetString(PolicyDatabase.Packs.ShippedText(ImportEditionTests.Pack("SKS"))!);
        (await Import(text, revision: false)).IsOk.ShouldBeTrue();
        var (before, facts) = ((await Pack()).Obligations.ToDictionary(o => o.Id, o => o.Place.Text), await Told());

        // An article is put before article 13: every old number is still there, each with another article behind it.
        var inserted = Inserted(text);
        (await Import(inserted + "\n", revision: true, publish: false)).Value.Version.ShouldBe(2);
        (await Import(inserted, revision: true, publish: false)).Value.Version.ShouldBe(3);
        (await Pack()).Obligations.ToDictionary(o => o.Id, o => o.Place.Text).ShouldBe(before);
        (await Told()).ShouldBe(facts);
        (await States()).ShouldBe(["1 published current", "2 replaced", "3 draft"]);

        await database.SqlAsync("update policy.edition set decision_id = 'resolution' where version = 3"); // this policy is revised with the committee's resolution only
        (await new PublishEdition("sks-policy", new DateOnly(2027, 4, 1)).RunAsync(database.Commands, database.Services.GetRequiredService<PackLibrary>(), PolicyDatabase.NewId(), PolicyDatabase.Person, default)).Value.ShouldBe(3);
        (await States()).ShouldBe(["1 superseded", "2 replaced", "3 published current"]);
        var after = (await Pack()).Obligations.ToDictionary(o => o.Id, o => o.Place.Text);
        after.Keys.ShouldBe(before.Keys, ignoreOrder: true);
        after[before.Single(o => o.Value == "art19").Key].ShouldBe("art20");
        before.Where(o => o.Value.StartsWith("art12", StringComparison.Ordinal)).ShouldAllBe(o => after[o.Key] == o.Value);
        (await Told()).ShouldBeGreaterThan(facts);
        var published = (await database.RecordsAsync("policy.version.published"))[^1];
        (published.Text("version"), published.Text("supersedes"), published.Text("publication_state")).ShouldBe(("3", "1", "published"));
    }

    private async Task<int> Told() => (await database.RecordsAsync("policy.version.published")).Count + (await database.RecordsAsync("policy.clause.linked")).Count;

    private async Task<IReadOnlyList<string>> States()
    {
        await using var read = await database.Database.ReadAsync(default);
        return [.. read.Context<Sekisho.Policy.DocumentsContext>().Editions.OrderBy(e => e.Version).AsEnumerable().Select(e => FormattableString.Invariant($"{e.Version} {e.PublicationState}{(e.IsCurrent ? " current" : "")}"))];
    }

    /// <summary>A new article before article 13; those behind it are renumbered in the text.</summary>
    private static string Inserted(string text)
    {
        var lines = text.Split('\n').ToList();
        for (var i = 0; i < lines.Count; i++)
            for (var n = 26; n >= 13; n--)
                if (lines[i].StartsWith($"第{n}条 ", StringComparison.Ordinal)) { lines[i] = $"第{n + 1}条 " + lines[i][$"第{n}条 ".Length..]; break; }
        var at = lines.FindIndex(l => l.StartsWith("第14条 ", StringComparison.Ordinal));
        lines.InsertRange(at - 1, ["(巡回)", "第13条 課長は、月に一度、執務室を見回る。"]);
        return string.Join('\n', lines);
    }

    /// <summary>Article 13 repealed, those behind it renumbered in the text, one sentence of article 16 reworded.</summary>
    private static string Revised(string text)
    {
        var lines = text.Split('\n').ToList();
        var at = lines.FindIndex(l => l.StartsWith("第13条", StringComparison.Ordinal));
        lines.RemoveRange(at - 1, 2);
        for (var i = 0; i < lines.Count; i++)
            for (var n = 14; n <= 26; n++)
                if (lines[i].StartsWith($"第{n}条 ", StringComparison.Ordinal)) { lines[i] = $"第{n - 1}条 " + lines[i][$"第{n}条 ".Length..]; break; }
        return string.Join('\n', lines).Replace("その定義を最新に保つ", "その定義を毎日改める", StringComparison.Ordinal)
            .Replace("(第10条―第20条)", "(第10条―第19条)", StringComparison.Ordinal).Replace("(第21条―第26条)", "(第20条―第25条)", StringComparison.Ordinal);
    }

    private async Task<Sekisho.Conformity.Packs.Pack> Pack()
    {
        await using var read = await database.Database.ReadAsync(default);
        return (await database.Services.GetRequiredService<PackLibrary>().AppliedAsync(read, default))!.Pack;
    }

    private Task<Sekisho.Kernel.Result<Sekisho.Policy.Documents.ImportedEdition>> Import(string text, bool revision, bool publish = true) =>
        database.Importer.ImportTextAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, text, "utf-8", default, new EditionTarget("sks-policy", Publish: publish) { IsRevision = revision });
}

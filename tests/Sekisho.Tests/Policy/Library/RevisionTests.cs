using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel.Clauses;
using Sekisho.Policy.Library;
using Sekisho.Policy.Packs;
using Sekisho.Tests.Policy.Documents;

namespace Sekisho.Tests.Policy.Library;

/// <summary>関所市's policy revised: one article repealed, everything behind it renumbered, one sentence reworded. Nothing that was bound to a clause is lost.</summary>
public sealed class RevisionTests(PolicyDatabase database) : IClassFixture<PolicyDatabase>
{
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

    private Task<Sekisho.Kernel.Result<Sekisho.Policy.Documents.ImportedEdition>> Import(string text, bool revision) =>
        database.Importer.ImportTextAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, text, "utf-8", default, new EditionTarget("sks-policy") { IsRevision = revision });
}

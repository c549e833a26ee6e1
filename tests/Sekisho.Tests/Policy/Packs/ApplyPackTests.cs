using Sekisho.Conformity.Packs;

namespace Sekisho.Tests.Policy.Packs;

public sealed class ApplyPackTests(PolicyDatabase database) : IClassFixture<PolicyDatabase>
{
    private const string Entry = "    - { code: SCHOOL_TERMINALS, name: 学校の教育用の端末, in: false, path: art3/par2 }\n";

    /// <summary>What only the city can decide waits as 「決まっていません」, and what leaves the text does not wait for ever.</summary>
    [Fact]
    public async Task An_entry_of_the_scope_may_be_open_decided_and_gone()
    {
        var pack = PolicyDatabase.Packs.Content("SKS").Value;
        pack.Text.ShouldContain(Entry);
        foreach (var entry in (string[])[Entry.Replace("in: false, ", "", StringComparison.Ordinal), Entry, ""])
        {
            var changed = pack with { Text = pack.Text.Replace(Entry, entry, StringComparison.Ordinal) };
            (await database.Apply.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, changed, CancellationToken.None)).IsOk.ShouldBeTrue();
            await database.SealAsync();
        }
        (await database.RecordsAsync("scope.configured")).Where(r => r.Text("code") == "SCHOOL_TERMINALS").Select(r => (r.Text("confirm_state"), r.Payload.ContainsKey("in_scope")))
            .ShouldBe([("missing", false), ("pending", true), ("removed", false)]);
        // A text names a body before the organisation knows an organ by that name; the ledger does not lose it.
        (await database.RecordsAsync("scope.configured")).Where(r => r.Text("dimension") is "body" or "building").ShouldAllBe(r => r.Text("organ_code") == r.Text("code"));
    }
}

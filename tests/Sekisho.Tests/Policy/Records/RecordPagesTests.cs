using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Library;
using Sekisho.Policy.Packs;
using Sekisho.Policy.Records;
using Sekisho.Tests.Policy.Documents;
using Sekisho.Tests.Web;

namespace Sekisho.Tests.Policy.Records;

/// <summary>A superseded edition past its years is disposed of by decision, and by nothing else; the digest of what was there stays.</summary>
public sealed class RecordPagesTests(WebSite site) : IClassFixture<WebSite>
{
    private const string List = "/policy/records";

    [Fact]
    public async Task From_expiry_to_the_proof_that_is_left()
    {
        var services = site.App.Services;
        (await services.GetRequiredService<ApplyPack>().RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, "SKS", CancellationToken.None)).IsOk.ShouldBeTrue();
        var text = Encoding.UTF8.GetString(PolicyDatabase.Packs.ShippedText(ImportEditionTests.Pack("SKS"))!);
        await ImportAsync(text, null);
        await ImportAsync(text.Replace("その定義を最新に保つ", "その定義を毎日改める", StringComparison.Ordinal), new DateOnly(2019, 5, 1));
        var browser = await site.SignedInAsync("ciso");
        var page = await CleanAsync(browser, List);
        page.ShouldContain("保存中");
        page.ShouldNotContain("name=\"record\"", Case.Sensitive, "thirty years are not over");

        // Nobody can ask before the years are over; the city keeps editions five years, so the first one's time was over in March 2025.
        var old = "edition|" + await site.Database.SqlAsync("select id::text from policy.edition where version = 1");
        var current = "edition|" + await site.Database.SqlAsync("select id::text from policy.edition where version = 2");
        (await browser.SubmitAsync(List, "dispose", ("record", old), ("reason", "満了"))).Status.ShouldBe(409);
        (await browser.SubmitAsync(List + "/classes/edition", "change", ("series", "例規"), ("years", "0"), ("expiry", "dispose"))).Status.ShouldBe(422);
        (await browser.SubmitAsync(List + "/classes/edition", "change", ("series", "例規"), ("years", "5"), ("expiry", "dispose"))).Status.ShouldBe(303);
        (await CleanAsync(browser, List + "?state=expired")).ShouldContain("value=\"" + old + "\"");
        (await browser.SubmitAsync(List, "dispose", ("record", current), ("reason", "満了"))).Status.ShouldBe(409, "an edition in force is in use");
        (await browser.SubmitAsync(List, "dispose", ("record", old), ("reason", ""))).Status.ShouldBe(422);

        // The owner of the systems asks, the CISO decides. A refusal leaves the record as it was.
        var asker = await site.SignedInAsync("sys-owner");
        await DecideAsync(await AskAsync(asker, old), browser, "reject");
        (await CleanAsync(browser, List + "?state=expired")).ShouldContain("value=\"" + old + "\"");
        (await site.Database.SqlAsync("select length(source_text) > 0 from policy.edition where version = 1")).ShouldBe(true);
        var asked = await AskAsync(asker, old);
        (await asker.SubmitAsync(List, "dispose", ("record", old), ("reason", "もう一度"))).Status.ShouldBe(409, "it waits for a decision");
        await DecideAsync(asked, browser, "agree");

        page = await CleanAsync(browser, List + "?state=gone");
        page.ShouldContain("消去済み");
        (await site.Database.SqlAsync("select source_text || (select count(*) from policy.clause c where c.edition_id = e.id) from policy.edition e where version = 1")).ShouldBe("0");
        (await site.Database.SqlAsync("select digest = e.text_sha256 from policy.disposal_item i, policy.edition e where e.version = 1 and i.done_at is not null")).ShouldBe(true);
        (await site.Database.SqlAsync("select count(*) from platform.record where name = 'policy.record.disposed'")).ShouldBe(1L);
        (await browser.GetAsync("/policy/documents/sks-policy/compare")).Status.ShouldBe(404, "what was erased cannot be compared");
        (await CleanAsync(browser, "/policy/documents/sks-policy")).ShouldContain("第1版");
        await browser.GetAsync("/language?to=en&back=/policy");
        foreach (var english in new[] { List, List + "/classes/review" }) await CleanAsync(browser, english);

        async Task ImportAsync(string policy, DateOnly? day) =>
            (await services.GetRequiredService<PolicyImporter>().ImportTextAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, policy, "utf-8", CancellationToken.None, new EditionTarget("sks-policy", EffectiveOn: day))).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void Years_are_counted_from_the_april_after_the_end()
    {
        var kept = new RecordClassRow { Code = "draft", Series = "", RetentionYears = 1, Expiry = "dispose" };
        RecordItem Item(DateOnly? ended) => new("draft", "x", "x", new DateOnly(2025, 1, 1), ended, kept, null);
        Item(null).State(new DateOnly(2099, 1, 1)).ShouldBe("used");
        Item(new DateOnly(2025, 3, 31)).StartsOn.ShouldBe(new DateOnly(2025, 4, 1));
        Item(new DateOnly(2025, 4, 1)).StartsOn.ShouldBe(new DateOnly(2026, 4, 1));
        Item(new DateOnly(2025, 3, 31)).ExpiresOn.ShouldBe(new DateOnly(2026, 3, 31));
        Item(new DateOnly(2025, 3, 31)).State(new DateOnly(2026, 3, 31)).ShouldBe("kept");
        Item(new DateOnly(2025, 3, 31)).State(new DateOnly(2026, 4, 1)).ShouldBe("expired");
    }

    private static async Task<string> AskAsync(Browser asker, string record)
    {
        var asked = await asker.SubmitAsync(List, "dispose", ("record", record), ("reason", "保存年限が満ちた"));
        asked.Status.ShouldBe(303, asked.Body);
        return asked.Location!;
    }

    private static async Task DecideAsync(string approval, Browser decider, string act) =>
        (await decider.SubmitAsync(approval, "decide", ("act", act), ("comment", "一覧を見た"))).Status.ShouldBe(303);

    private static async Task<string> CleanAsync(Browser browser, string page)
    {
        var answer = await browser.GetAsync(page);
        answer.Status.ShouldBe(200, page);
        Regex.Matches(answer.Body, "⟦[^⟧]*⟧", RegexOptions.NonBacktracking).Select(m => m.Value).ShouldBeEmpty(page);
        return answer.Body;
    }
}

using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;
using Sekisho.Platform;
using Sekisho.Platform.Ledger;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Board;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Packs;
using Sekisho.Tests.Policy.Documents;
using Sekisho.Tests.Web;

namespace Sekisho.Tests.Policy.Exceptions;

/// <summary>An exception by forms, from the request to its end: no cell says 特例 before a resolution with a quorum, and none after the end.</summary>
public sealed class ExceptionJourneyTests(WebSite site) : IClassFixture<WebSite>
{
    private const string List = "/policy/exceptions", Committee = "/policy/committee";
    private static readonly string[] Four = ["p-committee", "p-mayor", "p-dept-head", "p-sys-owner"];

    [Fact]
    public async Task From_a_request_to_its_end()
    {
        await CityAsync();
        var asker = await site.SignedInAsync("sys-owner");
        var head = await site.SignedInAsync("sect-head");
        var ciso = await site.SignedInAsync("ciso");
        var (duty, control, measure) = await SubjectAsync();
        await CleanAsync(asker, List);
        await CleanAsync(asker, List + "/new?obligation=" + duty);

        // What is missing is asked for; an exception without an end, or with one in the past or beyond a year, is none.
        (await AskAsync(asker, duty, measure, "")).Status.ShouldBe(422);
        (await AskAsync(asker, duty, measure, Day(-1))).Status.ShouldBe(422);
        (await AskAsync(asker, duty, measure, Day(400))).Body.ShouldContain("限度を超えています");
        (await AskAsync(asker, duty, control, Day(60))).Body.ShouldContain("守れない義務そのもの");
        (await AskAsync(head, duty, measure, Day(60), "unit:u2")).Body.ShouldContain("所管ではありません");
        var asked = await AskAsync(asker, duty, measure, Day(60));
        asked.Status.ShouldBe(303, asked.Body);
        var one = asked.Location!;
        (await CleanAsync(asker, one)).ShouldContain("決裁待ち");
        (await (await site.SignedInAsync("sect-head-other-organ")).GetAsync(one)).Status.ShouldBe(404, "another organ's exception is behind the wall");
        (await VerdictAsync(control)).ShouldNotBe(Verdict.Exception, "nobody has decided");

        await ApproveAsync(head);
        await ApproveAsync(ciso);
        (await CleanAsync(asker, one)).ShouldContain("議決待ち");
        (await VerdictAsync(control)).ShouldNotBe(Verdict.Exception, "an approval is no resolution");

        // One member of four: the vote is void, and everything stays as it was.
        var meeting = await MeetingAsync(ciso, one, ["p-committee"]);
        (await VoteAsync(ciso, meeting, ["p-committee"], "p-sys-owner")).Status.ShouldBe(303);
        (await CleanAsync(ciso, meeting)).ShouldContain("効力なし");
        (await CleanAsync(asker, one)).ShouldContain("議決待ち");
        (await VerdictAsync(control)).ShouldNotBe(Verdict.Exception, "a resolution without a quorum has no effect anywhere");
        (await site.Database.SqlAsync("select count(*) from platform.record where name = 'exception.granted'")).ShouldBe(0L);
        (await site.Database.SqlAsync("select body -> 'payload' ->> 'result' || (body -> 'payload' ->> 'quorum_met') from platform.record where name = 'committee.decision.made'")).ShouldBe("void0");
        (await ciso.SubmitAsync(meeting, "end")).Status.ShouldBe(303);

        // Two of the three who have no interest are a quorum. Who asked cannot vote.
        meeting = await MeetingAsync(ciso, one, ["p-committee", "p-mayor", "p-sys-owner"]);
        (await VoteAsync(ciso, meeting, ["p-committee", "p-mayor", "p-sys-owner"], null)).Body.ShouldContain("除斥");
        var decided = await VoteAsync(ciso, meeting, ["p-committee", "p-mayor"], "p-sys-owner");
        decided.Status.ShouldBe(303, decided.Body);
        (await CleanAsync(ciso, meeting)).ShouldContain("議決第1号");
        (await VerdictAsync(control)).ShouldBe(Verdict.Exception);
        (await CleanAsync(asker, one)).ShouldContain("今の判定に働いています");
        (await CleanAsync(asker, List + "?within=90")).ShouldContain(">広報の端末</a>");
        (await ciso.GetAsync(List + "?within=30")).Body.ShouldNotContain(">広報の端末</a>");
        await MinutesAsync(ciso, meeting);
        (await ciso.SubmitAsync(meeting, "end")).Status.ShouldBe(303);

        await RenewAsync(asker, ciso, one, duty, measure, control);
        await browserEnglishAsync(ciso, meeting, one);

        async Task browserEnglishAsync(Browser browser, params string[] pages)
        {
            await browser.GetAsync("/language?to=en&back=/policy");
            foreach (var page in pages.Concat([Committee, Committee + "/new", List, List + "/new"])) await CleanAsync(browser, page);
            await browser.GetAsync("/language?to=ja&back=/policy");
        }
    }

    /// <summary>A renewal is decided anew, here in writing; the old one ends with it. Ended, nothing says 特例.</summary>
    private async Task RenewAsync(Browser asker, Browser ciso, string old, string duty, string measure, string control)
    {
        (await CleanAsync(asker, List + "/new?renews=" + old[(List.Length + 1)..])).ShouldContain("更新は新しい決定です");
        var asked = await AskAsync(asker, duty, measure, Day(90), page: List + "/new?renews=" + old[(List.Length + 1)..]);
        asked.Status.ShouldBe(303, asked.Body);
        await DeputiseAsync(await site.SignedInAsync("sect-head"), await site.SignedInAsync("csirt"));
        await ApproveAsync(ciso);
        var meeting = (await ciso.SubmitAsync(Committee + "/new", "convene", ("mode", "written"), ("held", Day(3)))).Location!;
        (await ciso.SubmitAsync(meeting, "agenda", ("kind", "proposal"), ("subject", "exception:" + asked.Location![(List.Length + 1)..]))).Status.ShouldBe(303);
        var item = await ItemAsync();
        var member = await site.SignedInAsync("committee");
        (await member.SubmitAsync(meeting, "own", ("item", item), ("answer", "for"), ("opinion", "期限を守ること"))).Status.ShouldBe(303);
        (await (await site.SignedInAsync("mayor")).SubmitAsync(meeting, "own", ("item", item), ("answer", "for"))).Status.ShouldBe(303);
        (await ciso.SubmitAsync(meeting, "record", ("item", item), ("how", "decide"), ("vote.p-committee", "for"), ("vote.p-mayor", "for"), ("vote.p-sys-owner", "excluded"))).Status.ShouldBe(303);
        (await CleanAsync(asker, old)).ShouldContain("更新で終わった");
        (await VerdictAsync(control)).ShouldBe(Verdict.Exception, "the renewal counts in its place");
        (await site.Database.SqlAsync("select string_agg(cause, ',') from (select body -> 'payload' ->> 'cause' cause from platform.record where name = 'exception.expired') c")).ShouldBe("renewed");
        (await asker.SubmitAsync(asked.Location!, "end")).Status.ShouldBe(303);
        (await VerdictAsync(control)).ShouldNotBe(Verdict.Exception, "it was ended");
    }

    /// <summary>The head is away: somebody they named decides in their place, nobody else, and the head looks at it afterwards.</summary>
    private async Task DeputiseAsync(Browser head, Browser deputy)
    {
        var id = await site.Database.SqlAsync("select id::text from platform.approval where subject_kind = 'policy.exception' and state = 'open'");
        (await deputy.GetAsync("/approvals/" + id)).Status.ShouldBe(404, "nobody named them");
        (await CleanAsync(head, "/approvals/delegations")).ShouldContain("代決の定めはありません");
        (await head.SubmitAsync("/approvals/delegations", "delegate", ("delegate", "p-sect-head-other-organ"), ("first", Day(0)), ("last", Day(5)), ("reason", "出張"))).Status.ShouldBe(422, "another organ");
        (await head.SubmitAsync("/approvals/delegations", "delegate", ("delegate", "p-csirt"), ("first", Day(0)), ("last", Day(5)), ("reason", "出張"))).Status.ShouldBe(303);
        (await CleanAsync(deputy, "/approvals?of=deputy")).ShouldContain("/approvals/" + id);
        var page = "/approvals/" + id;
        (await CleanAsync(deputy, page)).ShouldContain("代決する");
        (await deputy.SubmitAsync(page, "deputise", ("absent", "p-ciso"))).Status.ShouldBe(422, "the CISO named nobody");
        (await deputy.SubmitAsync(page, "deputise", ("absent", "p-sect-head"))).Status.ShouldBe(303);
        (await CleanAsync(head, "/approvals?of=later")).ShouldContain(page);
        (await head.SubmitAsync(page, "decide", ("act", "look"), ("comment", ""))).Status.ShouldBe(303);
        (await CleanAsync(head, "/approvals?of=later")).ShouldContain("後閲する案件はありません");
        (await CleanAsync(head, page)).ShouldContain("代わりに決裁した");
        var given = await site.Database.SqlAsync("select id::text from platform.approval_delegation");
        (await head.SubmitAsync("/approvals/delegations", "end-" + given!.ToString()!.Replace("-", "", StringComparison.Ordinal))).Status.ShouldBe(303);
        (await site.Database.SqlAsync("select string_agg(number::text, ',' order by number) from platform.approval")).ShouldBe("1,2", "numbers without gaps");
    }

    /// <summary>The city's policy, its scope agreed with, and a committee of four.</summary>
    private async Task CityAsync()
    {
        var services = site.App.Services;
        (await services.GetRequiredService<ApplyPack>().RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, "SKS", CancellationToken.None)).IsOk.ShouldBeTrue();
        var text = Encoding.UTF8.GetString(PolicyDatabase.Packs.ShippedText(ImportEditionTests.Pack("SKS"))!);
        (await services.GetRequiredService<PolicyImporter>().ImportTextAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, text, "utf-8", CancellationToken.None)).IsOk.ShouldBeTrue();
        (await services.GetRequiredService<CommandRunner>().RunAsync<bool>(PolicyDatabase.NewId(), "test.members", PolicyDatabase.Person, async (work, ct) =>
        {
            await work.ReplaceRoleHoldersAsync("city", [.. Four.Select(p => new RoleHolder(RoleCode.Committee, "city", null, p, null, "test", new DateOnly(2020, 4, 1), null, false))], ct);
            work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal));
            return true;
        }, CancellationToken.None)).IsOk.ShouldBeTrue();
    }

    /// <summary>An obligation that is not kept, its control, and a measured control that conforms.</summary>
    private async Task<(string Duty, string Control, string Measure)> SubjectAsync()
    {
        await SealAsync();
        await using var read = await site.App.Services.GetRequiredService<Database>().ReadAsync(CancellationToken.None);
        var snapshot = (await site.App.Services.GetRequiredService<ConformityQueries>().AtAsync(read, null, CancellationToken.None))!;
        var measured = Sekisho.Policy.Exceptions.ExceptionRules.Measured(snapshot.Applied).Select(c => c.Id).ToList();
        var measure = measured.First(c => snapshot.Result.Controls[c].City.Verdict == Verdict.Conforming);
        var wrong = snapshot.Applied.Pack.Obligations.First(o => o.Controls is [var only] && snapshot.Result.Controls[only] is { City.Verdict: < Verdict.Exception, Targets.Count: > 0 });
        return (wrong.Id, wrong.Controls[0], measure);
    }

    private Task<Answer> AskAsync(Browser browser, string duty, string measure, string until, string target = "city", string? page = null) => browser.SubmitAsync(page ?? List + "/new", "ask", ("title", "広報の端末"), ("kind", "exception"),
        ("obligation", duty), ("more", ""), ("target", target), ("class", "technical"), ("reason", "今の機器ではこの条文のとおりにできません。"), ("alternative", "専用の端末だけで使い、二人で確かめます。"), ("compensation", measure), ("from", Day(0)), ("until", until));

    private async Task ApproveAsync(Browser ciso)
    {
        var id = await site.Database.SqlAsync("select id::text from platform.approval where subject_kind = 'policy.exception' and state = 'open'");
        (await CleanAsync(ciso, "/approvals/" + id)).ShouldContain("専用の端末だけで使い");
        (await ciso.SubmitAsync("/approvals/" + id, "decide", ("act", "agree"), ("comment", ""))).Status.ShouldBe(303);
    }

    /// <summary>Convened, the exception on its agenda, these members there.</summary>
    private async Task<string> MeetingAsync(Browser ciso, string exception, string[] there)
    {
        var made = await ciso.SubmitAsync(Committee + "/new", "convene", ("mode", "met"), ("held", Day(0)), ("starts", "9時から"), ("place", "庁議室"));
        made.Status.ShouldBe(303, made.Body);
        var meeting = made.Location!;
        var subject = "exception:" + exception[(List.Length + 1)..];
        (await CleanAsync(ciso, meeting)).ShouldContain(subject);
        (await ciso.SubmitAsync(meeting, "agenda", ("kind", "proposal"), ("subject", subject))).Status.ShouldBe(303);
        (await ciso.SubmitAsync(meeting, "agenda", ("kind", "proposal"), ("subject", subject))).Status.ShouldBeOneOf(409, 422);
        (await ciso.SubmitAsync(meeting, "attend", [.. Four.Select(p => ("attendance." + p, there.Contains(p) ? "present" : "absent")), ("chair", "p-dept-head")])).Status.ShouldBe(422, "the chair must be there");
        (await ciso.SubmitAsync(meeting, "attend", [.. Four.Select(p => ("attendance." + p, there.Contains(p) ? "present" : "absent")), ("chair", "p-committee")])).Status.ShouldBe(303);
        return meeting;
    }

    private async Task<Answer> VoteAsync(Browser ciso, string meeting, string[] voting, string? barred) => await ciso.SubmitAsync(meeting, "record",
        [("item", await ItemAsync()), ("how", "decide"), ("condition", "三か月ごとに報告する"), .. voting.Select(p => ("vote." + p, "for")), .. barred is null ? [] : new[] { ("vote." + barred, "excluded") }]);

    private async Task<string> ItemAsync() => (string)(await site.Database.SqlAsync("select id::text from policy.agenda_item where result is null"))!;

    private async Task MinutesAsync(Browser ciso, string meeting)
    {
        var bytes = await ciso.BytesAsync(meeting + "/minutes.docx");
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var text = await reader.ReadToEndAsync();
        foreach (var word in new[] { "会議録", "庁議室", "広報の端末", "可決", "議決第1号", "三か月ごとに報告する", "除斥" }) text.ShouldContain(word);
    }

    private async Task<Verdict> VerdictAsync(string control)
    {
        await SealAsync();
        await using var read = await site.App.Services.GetRequiredService<Database>().ReadAsync(CancellationToken.None);
        return (await site.App.Services.GetRequiredService<ConformityQueries>().AtAsync(read, null, CancellationToken.None))!.Result.Controls[control].City.Verdict;
    }

    private async Task SealAsync()
    {
        await site.App.Services.GetRequiredService<Sealer>().SealAsync(CancellationToken.None);
        await site.App.Services.GetRequiredService<ConsumerHost>().CatchUpAsync(CancellationToken.None);
    }

    private static string Day(int days) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(9).DateTime).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> CleanAsync(Browser browser, string page)
    {
        var answer = await browser.GetAsync(page);
        answer.Status.ShouldBe(200, page);
        Regex.Matches(answer.Body, "⟦[^⟧]*⟧", RegexOptions.NonBacktracking).Select(m => m.Value).ShouldBeEmpty(page);
        Regex.Count(answer.Body, "<h1[ >]", RegexOptions.NonBacktracking).ShouldBe(1, page);
        Regex.Matches(answer.Body, " id=\"([^\"]+)\"", RegexOptions.NonBacktracking).GroupBy(m => m.Value).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty(page);
        return answer.Body;
    }
}

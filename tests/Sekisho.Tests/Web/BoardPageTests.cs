using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using IFact = Sekisho.Kernel.Facts.IFact;
using Sekisho.Kernel.Facts.Gate;
using Sekisho.Kernel.Facts.Organisation;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Kernel.Facts.Watch;
using Sekisho.Platform;
using Sekisho.Policy.Packs;

namespace Sekisho.Tests.Web;

/// <summary>The board of the demonstration city's policy with two organs and one mail that was not made text.</summary>
public sealed class BoardPageTests(BoardPageTests.City city) : IClassFixture<BoardPageTests.City>
{
    private static readonly DateOnly Since = new(2020, 4, 1);

    public sealed class City : IAsyncLifetime
    {
        public WebSite Site { get; } = new();

        public async Task InitializeAsync()
        {
            await Site.InitializeAsync();
            var services = Site.App.Services;
            var packs = new PackFolder(Path.Combine(Support.ContentFiles.Root, "content", "packs"));
            (await new ApplyPack(services.GetRequiredService<CommandRunner>(), packs).RunAsync(IdSource.Random.Next(), Actor.Service("test"), "SKS", default)).IsOk.ShouldBeTrue();
            await FactsAsync(Unit("d1", "department", null, "MAYOR"), Unit("d2", "department", null, "MAYOR"), Unit("u1", "section", "d1", "MAYOR"), Unit("u2", "section", "d1", "MAYOR"), Unit("e1", "secretariat", null, "EDU"),
                Head("DEPT_HEAD", "d1", "MAYOR"), Head("DEPT_HEAD", "d2", "MAYOR"), Head("SECT_HEAD", "u1", "MAYOR"),
                new ScopeConfigured("route", "mail", null, "Z_INET", "Z_LGWAN", true, null, "confirmed"), new SecurityFunctionChecked("gate.mail", "sekisho-gate", "passed"),
                new MailAccepted("mail-9", "Z_INET", "Z_LGWAN"), new MailReleased("mail-9", "Z_INET", "Z_LGWAN"));
        }

        public Task FactsAsync(params IFact[] facts) => Site.App.Services.GetRequiredService<CommandRunner>().RunAsync<bool>(IdSource.Random.Next(), "test.facts", Actor.Service("test"), async (work, ct) =>
        {
            foreach (var fact in facts) work.Fact(fact);
            await Task.CompletedTask;
            return true;
        }, default);

        public Task SealAsync() => Site.App.Services.GetRequiredService<Sekisho.Platform.Ledger.Sealer>().SealAsync(default);
        public Task DisposeAsync() => Site.DisposeAsync();

        private static OrgUnitRecorded Unit(string id, string kind, string? parent, string organ) => new(id, organ, parent, kind, [], Since);
        private static OrgRoleAppointed Head(string role, string unit, string organ) => new(role, null, organ, unit, "p-" + unit, "post", "post", null, Since);
    }

    [Fact]
    public async Task The_city_sees_every_organ_and_the_mail_is_named()
    {
        var body = await BoardAsync("ciso", "/conformity?show=bad");
        body.ShouldContain("試験の組織 d1");
        var cell = Cells(body).First(c => c.Contains("at=city", StringComparison.Ordinal) && c.Contains("art12", StringComparison.Ordinal));
        (await BoardAsync("ciso", WebUtility.HtmlDecode(cell))).ShouldContain("mail-9");
    }

    [Fact]
    public async Task An_organ_is_a_wall()
    {
        var other = await BoardAsync("sect-head-other-organ", "/conformity");
        other.ShouldNotContain("試験の組織 d1");
        (await (await city.Site.SignedInAsync("sect-head-other-organ")).GetAsync("/conformity?cell=art7&at=unit%3Ad1")).Status.ShouldBe(404);
        (await (await city.Site.SignedInAsync("ciso")).GetAsync("/conformity?cell=art7&at=unit%3Ad1")).Status.ShouldBe(200);
        (await (await city.Site.SignedInAsync("ciso")).GetAsync("/conformity?cell=art7&at=unit%3Anone")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task What_waits_for_a_function_says_so_and_names_the_fact()
    {
        var cell = Cells(await BoardAsync("ciso", "/conformity")).First(c => c.Contains("cell=art14&", StringComparison.Ordinal) || c.Contains("cell=art14&amp;", StringComparison.Ordinal));
        var body = await BoardAsync("ciso", WebUtility.HtmlDecode(cell));
        body.ShouldContain("この証拠を出す機能はまだありません");
        body.ShouldContain("届いていない証拠");
    }

    [Fact]
    public async Task A_past_day_says_that_it_is_one() => (await BoardAsync("ciso", "/conformity?as-of=2020-01-01")).ShouldContain("時点です");

    [Fact]
    public async Task A_statement_is_made_by_its_role_and_marked()
    {
        var browser = await city.Site.SignedInAsync("ciso");
        var refused = await browser.SubmitAsync("/conformity/statements/new", "sign", ("control", "ORG-07"), ("subject", "city"), ("asserted", "partial"), ("text", "短い"), ("evidence", ""));
        refused.Status.ShouldBe(422);
        refused.Body.ShouldContain("根拠の所在がありません");
        var until = JapanTime.Day(city.Site.App.Services.GetRequiredService<TimeProvider>().GetUtcNow()).AddMonths(3);
        var signed = await browser.SubmitAsync("/conformity/statements/new", "sign", ("control", "ORG-07"), ("subject", "city"), ("asserted", "partial"), ("text", "辞令の写しを課で確かめた"), ("evidence", "総務第3号"),
            ("until.era", "西暦"), ("until.year", Text(until.Year)), ("until.month", Text(until.Month)), ("until.day", Text(until.Day)));
        signed.Status.ShouldBe(303, signed.Body.Length > 3000 ? signed.Body[^3000..] : signed.Body);
        await city.SealAsync();
        var list = (await browser.GetAsync("/conformity/statements")).Body;
        list.ShouldContain("ORG-07");
        list.ShouldContain("総務第3号");
        list.ShouldContain("申告");
        (await (await city.Site.SignedInAsync("staff")).GetAsync("/conformity/statements/new")).Body.ShouldContain("あなたの役割が述べる管理策はありません");
    }

    private async Task<string> BoardAsync(string login, string path)
    {
        await city.SealAsync();
        var answer = await (await city.Site.SignedInAsync(login)).GetAsync(path);
        answer.Status.ShouldBe(200);
        answer.Body.ShouldNotContain("⟦");
        return answer.Body;
    }

    private static IEnumerable<string> Cells(string body) => body.Split("href=\"").Skip(1).Select(p => p[..p.IndexOf('"', StringComparison.Ordinal)]).Where(h => h.StartsWith("/conformity?", StringComparison.Ordinal) && h.Contains("cell=", StringComparison.Ordinal));
    private static string Text(int n) => n.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

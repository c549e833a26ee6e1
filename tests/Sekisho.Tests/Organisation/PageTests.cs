using System.Net;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Organisation.Roles;
using Sekisho.Platform;

namespace Sekisho.Tests.Organisation;

/// <summary>The module's pages without a script: what they show, to whom, and what their forms do.</summary>
public class PageTests(OrganisationDatabase db) : IClassFixture<OrganisationDatabase>, IAsyncLifetime
{
    private const string Admin = "0011|mayor|it;SYS_ADMIN||;SECT_HEAD|mayor|it";
    private const string Teacher = "0031|board|edusoumu;SECT_HEAD|board|edusoumu";
    private PageHost host = null!;

    public async Task InitializeAsync()
    {
        db.Time.Set(new DateTimeOffset(2026, 4, 10, 1, 0, 0, TimeSpan.Zero));
        (await db.ImportAsync(SomeCity.Files)).IsOk.ShouldBeTrue();
        host = await PageHost.StartAsync(db);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("/organization")]
    [InlineData("/organization?as-of=R8.12.1")]
    [InlineData("/organization?as-of=あした")]
    [InlineData("/organization/roles/SECT_HEAD?organ=city")]
    [InlineData("/organization/units")]
    [InlineData("/organization/persons?q=ミホン&sort=-unit")]
    [InlineData("/organization/setup")]
    [InlineData("/organization/import")]
    [InlineData("/organization/chart")]
    [InlineData("/organization/targets")]
    [InlineData("/organization/openings")]
    [InlineData("/organization/nominate?role=CSIRT&organ=city&unit=")]
    [InlineData("/organization/deputy?role=SECT_HEAD&organ=mayor&unit=pr")]
    public async Task Every_page_shows_and_has_all_its_words(string path)
    {
        var (status, html) = await host.GetAsync(path, Admin);

        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("<h1>");
        html.ShouldNotContain("⟦");
        html.ShouldNotContain(" style=");
    }

    [Fact]
    public async Task Another_day_shows_that_days_holder_and_marks_who_changed()
    {
        await db.ImportAsync("職員番号,職コード,在任の種別,開始日,終了日\n0020,plan.head,本務,R8.12.1,\n0010,soumu.head,本務,R8.12.1,\n");

        (await host.GetAsync("/organization?as-of=2026-11-30", Admin)).Html.ShouldNotContain("ok-x");
        var (_, html) = await host.GetAsync("/organization?as-of=令和8年12月1日", Admin);
        html.ShouldContain("令和8年12月1日(火)");
        html.ShouldContain("<span class=\"ok-x\"><span class=\"vh\">就く人: </span>見本 総務</span>");
    }

    [Fact]
    public async Task People_of_another_organ_are_not_shown()
    {
        (await host.GetAsync("/organization/persons", Admin)).Html.ShouldContain("見本 教育");
        var (_, html) = await host.GetAsync("/organization/persons", Teacher);
        html.ShouldContain("見本 教総");
        html.ShouldNotContain("見本 広報");
        (await host.GetAsync("/organization/units", Teacher)).Html.ShouldNotContain("企画部");
    }

    [Theory]
    [InlineData("/organization/import", HttpStatusCode.Forbidden)]
    [InlineData("/organization/roles/KING", HttpStatusCode.NotFound)]
    [InlineData("/organization/roles/BLDG_OWNER?organ=mayor", HttpStatusCode.NotFound)] // behind the wall
    [InlineData("/organization/nominate?role=SECT_OPERATOR&organ=mayor&unit=pr", HttpStatusCode.NotFound)]
    [InlineData("/organization/deputy?role=SECT_HEAD&organ=mayor&unit=pr", HttpStatusCode.NotFound)]
    [InlineData("/organization/import/00000000-0000-0000-0000-000000000001", HttpStatusCode.Forbidden)]
    public async Task What_lies_outside_is_refused(string path, HttpStatusCode status) => (await host.GetAsync(path, Teacher)).Status.ShouldBe(status);

    [Fact]
    public async Task A_file_is_tried_first_and_applied_after()
    {
        var csv = "職員番号,職コード,在任の種別,開始日,終了日\r\n0013,keiyaku.head,本務,R8.7.1,\r\n0021,pr.head,本務,R8.7.1,\r\n";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var staged = await host.PostAsync("/organization/import", Admin, "stage", [("files", new ByteArrayContent(Encoding.GetEncoding(932).GetBytes(csv)), "異動.csv")]);
        staged.Status.ShouldBe(HttpStatusCode.SeeOther);

        var (status, preview) = await host.GetAsync(staged.Location, Admin);
        status.ShouldBe(HttpStatusCode.OK);
        preview.ShouldContain("加わる: 契約管理課の情報セキュリティ管理者");
        (await host.GetAsync(staged.Location, "0002|mayor|;CISO||")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await host.PostAsync(staged.Location, Admin, "apply", ("act", "apply"))).Location.ShouldBe("/organization");
        SomeCity.Holders(await db.ReadAsync(), new DateOnly(2026, 7, 1), "SECT_HEAD").ShouldContain("0013@keiyaku");
        (await host.GetAsync(staged.Location, Admin)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_head_of_a_section_says_what_belongs_to_it()
    {
        await db.PutSystemAsync("sys-7", "税のシステム");
        (await host.GetAsync("/organization/targets", Admin)).Html.ShouldContain("決まっていません");
        (string, string)[] form = [("target", "system:sys-7"), ("unit", "it"), ("from.era", "令和"), ("from.year", "8"), ("from.month", "4"), ("from.day", "10")];
        (await host.PostAsync("/organization/targets", "0014|mayor|pr", "assign", form)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await host.PostAsync("/organization/targets", Teacher, "assign", form)).Status.ShouldBe(HttpStatusCode.NotFound); // a unit behind the wall

        (await host.PostAsync("/organization/targets", Admin, "assign", form)).Location.ShouldBe("/organization/targets");
        (await host.GetAsync("/organization/targets", Admin)).Html.ShouldContain("情報推進課");
        (await host.GetAsync("/organization/targets", Teacher)).Html.ShouldNotContain("税のシステム");
    }

    [Fact]
    public async Task The_head_of_an_organ_opens_it_and_nobody_else_does()
    {
        const string Head = "0030|board|edu;DEPT_HEAD|board|edu";
        (string, string)[] form =
        [
            ("organ", "board"), ("to", "election"), ("basis", "委任規則第2条"), ("from.era", "令和"), ("from.year", "8"), ("from.month", "4"), ("from.day", "10"),
            ("until.era", "令和"), ("until.year", "9"), ("until.month", "3"), ("until.day", "31"),
        ];
        (await host.PostAsync("/organization/openings", Admin, "open", form)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.PostAsync("/organization/openings", Head, "open", form)).Location.ShouldBe("/organization/openings");
        (await host.GetAsync("/organization/openings", Head)).Html.ShouldContain("委任規則第2条");
        (await host.GetAsync("/organization/openings", "0014|mayor|pr")).Html.ShouldNotContain("委任規則第2条");
        (await host.GetAsync("/organization/persons", "0041|election|senkan")).Html.ShouldContain("見本 教総");
        // What was opened to them is not theirs to open on.
        form[0] = ("organ", "board");
        form[1] = ("to", "mayor");
        (await host.PostAsync("/organization/openings", "0040|election|senkan;DEPT_HEAD|election|senkan", "open", form)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_with_wrong_rows_cannot_be_applied()
    {
        var staged = await host.PostAsync("/organization/import", Admin, "stage",
            [("files", new StringContent("職員番号,職コード,在任の種別,開始日,終了日\n9999,pr.head,本務,R8.7.1,\n"), "x.csv")]);
        var (_, preview) = await host.GetAsync(staged.Location, Admin);

        preview.ShouldContain("2行目");
        preview.ShouldContain("職員番号「9999」の人がいません。");
        (await host.PostAsync(staged.Location, Admin, "apply", ("act", "apply"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await host.PostAsync(staged.Location, Admin, "apply", ("act", "discard"))).Location.ShouldBe("/organization/import");
    }

    [Fact]
    public async Task No_file_is_said_at_the_field()
    {
        var answer = await host.PostAsync("/organization/import", Admin, "stage", Array.Empty<(string, HttpContent, string?)>());

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.ShouldContain("ファイルが選ばれていません。");
    }

    [Fact]
    public async Task The_first_setup_confirms_a_proposal_and_a_second_person_meets_a_conflict()
    {
        await new ProposeRoles([new("DOC_MGR", "文書を預かる人", "", "proposal")]).RunAsync(db.Roster, IdSource.Random.Next(), Actor.Service("test"), default);
        var page = "/organization/setup?name=" + Uri.EscapeDataString("文書を預かる人");
        (string, string)[] fields = [("role", "DOC_MGR"), ("filling", "post"), ("organ", "mayor"), ("filler", "soumu.head"), ("from", "R8.4.10")];

        (await host.PostAsync(page, Admin, "confirm-role", ("role", ""), ("filling", "keep"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await host.GetAsync(page, Teacher)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.PostAsync(page, Admin, "confirm-role", fields)).Location.ShouldBe("/organization/setup");
        SomeCity.Holders(await db.ReadAsync(), new DateOnly(2026, 4, 10), "DOC_MGR").ShouldBe(["0020@mayor"]);
        (await host.GetAsync("/organization/setup", Admin)).Html.ShouldContain("確認済み");
    }

    [Fact]
    public async Task A_nomination_is_made_by_its_role_only()
    {
        const string Page = "/organization/nominate?role=CSIRT&organ=city&unit=";
        (await host.GetAsync(Page, Teacher)).Html.ShouldContain("この指名は情報システム管理者がします。");
        (await host.PostAsync(Page, Teacher, "nominate", ("person", "0031"), ("from", "R8.4.10"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await host.PostAsync(Page, Admin, "nominate", ("person", "0012"), ("from", "R8.4.10"), ("to", "令和9年3月31日"))).Location.ShouldBe("/organization");

        (await db.ReadAsync()).Nominations.Single(n => n.Role == "CSIRT").ValidTo.ShouldBe(new DateOnly(2027, 4, 1));
    }

    [Fact]
    public async Task A_deputy_needs_an_end()
    {
        const string Page = "/organization/deputy?role=SYS_OWNER&organ=city&unit=";
        (await host.PostAsync(Page, Admin, "deputy", ("person", "0013"), ("reason", "accident"), ("from", "R8.4.10"), ("to", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await host.PostAsync(Page, Admin, "deputy", ("person", "0013"), ("reason", "accident"), ("from", "R8.4.10"), ("to", "R8.4.30"))).Location.ShouldBe("/organization");

        SomeCity.Holders(await db.ReadAsync(), new DateOnly(2026, 4, 30), "SYS_OWNER").ShouldContain("0013@city*");
    }

    [Fact]
    public async Task The_structure_is_published_by_who_may()
    {
        (await host.GetAsync("/organization/chart", Teacher)).Html.ShouldContain("disabled");
        (await host.PostAsync("/organization/chart", Admin, "publish")).Location.ShouldBe("/organization/chart");
        (await db.FactsAsync("org.structure.published")).ShouldNotBeEmpty();
    }
}

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

using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Organisation.Daily;
using Sekisho.Organisation.Import;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;
using Sekisho.Organisation.Store;
using Sekisho.Organisation.Structure;
using Sekisho.Organisation.Targets;
using Sekisho.Organisation.Walls;
using Sekisho.Platform.Registries;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Organisation;

/// <summary>Every command against a real database: rows, facts, audit records, registries.</summary>
public class CommandTests(OrganisationDatabase db) : IClassFixture<OrganisationDatabase>, IAsyncLifetime
{
    private static readonly DateOnly Day = SomeCity.Spring;

    public async Task InitializeAsync()
    {
        db.Time.Set(new DateTimeOffset(2026, 4, 1, 1, 0, 0, TimeSpan.Zero));
        (await db.ImportAsync(SomeCity.Files)).IsOk.ShouldBeTrue();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_import_writes_rows_facts_and_the_registries()
    {
        RosterChanges.Between(SomeCity.Roster(), await db.ReadAsync()).Added.OfType<Unit>().ShouldBeEmpty();
        (await db.FactsAsync("org.unit.recorded")).Select(f => f.Text("unit_id")).Distinct().Count().ShouldBeGreaterThanOrEqualTo(8);
        (await db.FactsAsync("org.person.recorded")).ShouldContain(f => f.Text("person_id") == "0014" && f.Text("person_class") == "fiscal_year" && f.Text("state") == "active");
        (await db.FactsAsync("org.target.assigned")).ShouldContain(f => f.Targets.Contains(TargetRef.Person("0012")) && f.Targets.Contains(TargetRef.Unit("it")));
        var ciso = (await db.FactsAsync("org.role.appointed")).First(f => f.Text("role_code") == "CISO");
        (ciso.Text("person_id"), ciso.Text("local_name"), ciso.Text("basis"), ciso.Text("organ_code")).ShouldBe(("0002", "情報セキュリティ統括責任者", "trait", null));
        (await db.FactsAsync("org.role.vacant")).ShouldContain(f => f.Text("role_code") == "CSIRT");
        (await db.FactsAsync(ImportRoster.AuditName)).ShouldNotBeEmpty();

        await using var read = await db.Database.ReadAsync(CancellationToken.None);
        (await read.RoleHoldersAsync(Day, RoleCode.SysAdmin)).Single().PersonId.ShouldBe("0011");
        (await read.RoleHoldersAsync(Day, RoleCode.BldgOwner, "election")).Single().PersonId.ShouldBe("0020");
        var subject = (await read.SubjectsAsync(TargetKind.Person, id: "0012")).Single();
        (subject.Label, subject.UnitId).ShouldBe(("見本 主任", "it"));
        (await read.LinksAsync(from: TargetRef.Unit("it"))).ShouldBe([new Link(TargetRef.Unit("it"), TargetRef.Unit("plan"), "unit.parent")]);
    }

    [Fact]
    public async Task The_same_import_again_writes_only_its_audit_record()
    {
        var before = await db.Ledger.SizeAsync();
        await db.SealAsync();
        var sealedBefore = await db.Ledger.SizeAsync();
        (await db.ImportAsync(SomeCity.Files)).Value.Counts.Sum(c => c.Added + c.Changed).ShouldBe(0);
        await db.SealAsync();
        (await db.Ledger.SizeAsync() - sealedBefore).ShouldBe(1);
        before.ShouldBeLessThanOrEqualTo(sealedBefore);
    }

    [Fact]
    public async Task A_wrong_row_stops_the_whole_import()
    {
        var result = await db.ImportAsync("機関コード,機関名,開始日,終了日\ngood,良い機関,R8.4.1,\nbad,,R8.4.1,\n");

        result.Refusals.Single().Stage.ShouldBe("import.row");
        (await db.ReadAsync()).Organs.ShouldNotContain(o => o.Code == "good");
    }

    [Fact]
    public async Task Only_the_holder_of_the_naming_role_names()
    {
        var command = new Nominate("CSIRT", Organ.CityWide, "", "0012", Day, null);

        (await command.RunAsync(db.Roster, Next(), OrganisationDatabase.Person("0013"), default)).Refusals[0].Stage.ShouldBe("nomination.right");
        (await command.RunAsync(db.Roster, Next(), OrganisationDatabase.Person("0011"), default)).IsOk.ShouldBeTrue();

        SomeCity.Holders(await db.ReadAsync(), Day, "CSIRT").ShouldBe(["0012@city"]);
        (await db.FactsAsync("org.role.appointed")).ShouldContain(f => f.Text("role_code") == "CSIRT" && f.Text("person_id") == "0012" && f.Text("appointed_by") == "SYS_ADMIN");
        (await db.FactsAsync("org.role.vacant")).Last(f => f.Text("role_code") == "CSIRT").Has("filled_at").ShouldBeTrue();
    }

    [Theory]
    [InlineData("SECT_OPERATOR", "mayor", "it", "0013", "0011", "nomination.person")] // works elsewhere
    [InlineData("SECT_OPERATOR", "mayor", "moon", "0012", "0011", "nomination.seat")]
    [InlineData("SYS_ADMIN", "city", "", "0012", "0002", "nomination.seat")] // filled by a post
    [InlineData("SECT_OPERATOR", "mayor", "it", "0012", "0013", "nomination.right")] // head of another section
    public async Task Other_nominations_are_refused(string role, string organ, string unit, string person, string by, string stage) =>
        (await new Nominate(role, organ, unit, person, Day, null).RunAsync(db.Roster, Next(), OrganisationDatabase.Person(by), default)).Refusals[0].Stage.ShouldBe(stage);

    [Fact]
    public async Task A_deputy_holds_the_seat_for_the_time()
    {
        var command = new AppointDeputy("SECT_HEAD", "mayor", "keiyaku", "0013", Deputy.Accident, Day, new DateOnly(2026, 5, 1));

        (await command.RunAsync(db.Roster, Next(), OrganisationDatabase.Person("0031", "board"), default)).Refusals[0].IsNotFound.ShouldBeTrue();
        (await (command with { ValidTo = null }).RunAsync(db.Roster, Next(), OrganisationDatabase.Person("0020"), default)).Refusals[0].Stage.ShouldBe("deputy.period");
        (await command.RunAsync(db.Roster, Next(), OrganisationDatabase.Person("0020"), default)).IsOk.ShouldBeTrue();

        await using var read = await db.Database.ReadAsync(CancellationToken.None);
        (await read.RoleHoldersAsync(Day, RoleCode.SectHead, "mayor", "keiyaku")).ShouldContain(h => h.PersonId == "0013" && h.IsActing && h.ValidTo == new DateOnly(2026, 5, 1));
    }

    [Fact]
    public async Task Role_names_are_proposed_and_a_person_confirms_them()
    {
        var roles = new ProposeRoles(
        [
            new("CISO", "情報セキュリティ統括責任者", "art7/par3", RoleProposal.Text),
            new("UNMAPPED", "統括情報セキュリティ責任者", "art15/par6", RoleProposal.Unmapped, "SYS_OWNER"),
            new("DOC_MGR", "文書管理者", "", RoleProposal.Proposal),
        ]);
        (await roles.RunAsync(db.Roster, Next(), Sekisho.Platform.Actor.Service("test"), default)).Value.ShouldBe(2);
        var ciso = OrganisationDatabase.Person("0002");
        var charge = new NewCharge("mayor", [], Charge.ByPost, "soumu.head", false, "", Day);

        var confirmed = await new ConfirmRole("文書管理者", "DOC_MGR", charge, 1).RunAsync(db.Roster, Next(), ciso, default);
        confirmed.Value.ShouldBe("文書管理者");
        (await new ConfirmRole("文書管理者", "DOC_MGR", null, 1).RunAsync(db.Roster, Next(), ciso, default)).Refusals[0].IsConflict.ShouldBeTrue();
        (await new ConfirmRole("統括情報セキュリティ責任者", "KING", null, 1).RunAsync(db.Roster, Next(), ciso, default)).Refusals[0].Field.ShouldBe("role");
        (await new ConfirmRole("だれか", "CISO", null, 1).RunAsync(db.Roster, Next(), ciso, default)).Refusals[0].IsNotFound.ShouldBeTrue();

        var facts = await db.FactsAsync("org.role.mapped");
        facts.ShouldContain(f => f.Text("local_name") == "情報セキュリティ統括責任者" && f.Text("confirm_state") == "text");
        facts.ShouldContain(f => f.Text("local_name") == "統括情報セキュリティ責任者" && f.Text("role_code") == "UNMAPPED" && f.Text("confirm_state") == "unmapped");
        facts.ShouldContain(f => f.Text("local_name") == "文書管理者" && f.Text("confirm_state") == "confirmed" && f.Text("confirmed_by") == "0002" && f.Time("confirmed_at") != null);
        SomeCity.Holders(await db.ReadAsync(), Day, "DOC_MGR").ShouldBe(["0020@mayor"]);
        // The pack again: what a person confirmed stays.
        (await roles.RunAsync(db.Roster, Next(), Sekisho.Platform.Actor.Service("test"), default)).Value.ShouldBe(1);
        // A name the next pack does not read out of the text is said to be gone.
        (await new ProposeRoles([roles.Roles[0]]).RunAsync(db.Roster, Next(), Sekisho.Platform.Actor.Service("test"), default)).Value.ShouldBe(0);
        (await db.FactsAsync("org.role.mapped"))[^1].ShouldSatisfyAllConditions(f => f.Text("local_name").ShouldBe("統括情報セキュリティ責任者"), f => f.Text("confirm_state").ShouldBe("removed"));
    }

    [Fact]
    public async Task A_thing_belongs_to_a_unit_from_a_day_on()
    {
        var target = new TargetRef(TargetKind.System, "sys-1");
        var someone = OrganisationDatabase.Person("0013");
        (await new AssignTarget(target, "it", Day).RunAsync(db.Roster, Next(), someone, default)).IsOk.ShouldBeTrue();
        (await new AssignTarget(target, "pr", Day.AddDays(10)).RunAsync(db.Roster, Next(), someone, default)).IsOk.ShouldBeTrue();
        (await new AssignTarget(target, "edu", Day).RunAsync(db.Roster, Next(), someone, default)).Refusals[0].IsNotFound.ShouldBeTrue();
        (await new AssignTarget(TargetRef.City, "it", Day).RunAsync(db.Roster, Next(), someone, default)).Refusals[0].Stage.ShouldBe("target.kind");

        (await db.ReadAsync()).Assignments.OrderBy(a => a.ValidFrom).Select(a => (a.UnitId, a.ValidTo)).ShouldBe([("it", Day.AddDays(10)), ("pr", null)]);
        (await db.FactsAsync("org.target.assigned")).Where(f => f.Targets.Contains(target)).Select(f => (f.Text("unit_id"), f.Date("valid_to")))
            .ShouldBe([("it", null), ("it", Day.AddDays(10)), ("pr", null)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_recorded_opening_lets_another_organ_in_until_it_ends()
    {
        var command = new OpenOrgan("board", "election", Day, Day.AddDays(30), "委任規則第1条");
        (await command.RunAsync(db.Roster, Next(), OrganisationDatabase.Person("0040", "election"), default)).Refusals[0].IsNotFound.ShouldBeTrue();
        (await command.RunAsync(db.Roster, Next(), OrganisationDatabase.Person("0030", "board"), default)).IsOk.ShouldBeTrue();

        var city = await db.ReadAsync();
        OrganWall.Of(city, OrganisationDatabase.Person("0040", "election"), Day).Opens("board").ShouldBeTrue();
        OrganWall.Of(city, OrganisationDatabase.Person("0040", "election"), Day.AddDays(30)).Opens("board").ShouldBeFalse();
        OrganWall.Of(city, OrganisationDatabase.Person("0013"), Day).Opens("board").ShouldBeFalse();
    }

    [Fact]
    public async Task The_structure_is_published_with_its_digest()
    {
        var version = (await db.Services.GetRequiredService<PublishStructure>().RunAsync(Next(), OrganisationDatabase.Person("0011"), default)).Value;

        var fact = (await db.FactsAsync("org.structure.published")).Single();
        fact.Text("chart_version").ShouldBe(version);
        fact.Number("unit_count").ShouldBe(8);
        fact.Text("sha256")!.Length.ShouldBe(64);
        fact.Text("sha256").ShouldBe(await db.SqlAsync("select encode(sha256(convert_to(content, 'UTF8')), 'hex') from organisation.structure_chart"));
    }

    [Fact]
    public async Task Staged_files_belong_to_their_uploader_and_are_forgotten_when_applied()
    {
        var files = new StageImport([new ImportFile("organs.csv", "機関コード,機関名,開始日,終了日\nfarm,農業委員会,R8.4.1,\n")]);
        var me = OrganisationDatabase.Person("0002");
        var batch = (await files.RunAsync(db.Commands, Next(), me, default)).Value;

        (await StagedImports.ApplyAsync(db.Commands, Next(), batch, OrganisationDatabase.Person("0003"), default)).Refusals[0].IsNotFound.ShouldBeTrue();
        (await StagedImports.ApplyAsync(db.Commands, Next(), batch, me, default)).Value.Counts.Single().Added.ShouldBe(1);
        (await StagedImports.ApplyAsync(db.Commands, Next(), batch, me, default)).Refusals[0].IsConflict.ShouldBeTrue();
        (await db.SqlAsync($"select files is null from organisation.import_batch where id = '{batch}'")).ShouldBe(true);
        (await db.ReadAsync()).Organs.ShouldContain(o => o.Code == "farm");

        var other = (await files.RunAsync(db.Commands, Next(), me, default)).Value;
        (await new DiscardImport(other).RunAsync(db.Commands, Next(), me, default)).IsOk.ShouldBeTrue();
        (await db.SqlAsync($"select count(*) from organisation.import_batch where id = '{other}'")).ShouldBe(0L);
    }

    private static Guid Next() => IdSource.Random.Next();
}

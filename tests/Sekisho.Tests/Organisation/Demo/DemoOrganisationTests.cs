using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;
using Sekisho.Organisation.Daily;
using Sekisho.Organisation.Demo;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;
using Sekisho.Tests.Conformity.Judging;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Organisation.Demo;

/// <summary>The demonstration city over its year, on a simulated clock.</summary>
public class DemoOrganisationTests(OrganisationDatabase db) : IClassFixture<OrganisationDatabase>
{
    private static readonly string Folder = Path.Combine(SharedFiles.RepositoryRoot, "content", "demo", "sekisho");

    [Fact]
    public async Task The_year_goes_through_the_same_import_as_anyones()
    {
        var demo = db.Services.GetRequiredService<DemoOrganisation>();
        var check = db.Services.GetRequiredService<CheckDay>();
        foreach (var step in DemoOrganisation.Steps(Folder).Where(s => s.Files.Count > 0)) // on other days nobody moved
        {
            db.Time.Set(JapanTime.StartOf(step.Day).AddHours(9));
            (await demo.ApplyAsync(step, default)).Refusals.ShouldBeEmpty();
            (await demo.ApplyAsync(step, default)).IsOk.ShouldBeTrue(); // again: the stored answer
        }
        (await new ProposeRoles([new("CISO", "最高情報セキュリティ責任者", "art7/par1/item1", "text"), new("SECT_OPERATOR", "情報セキュリティ担当者", "art7/par1/item4", "text")])
            .RunAsync(db.Roster, IdSource.Random.Next(), Sekisho.Platform.Actor.Service("demo"), default)).Value.ShouldBe(0);
        db.Time.Set(JapanTime.StartOf(new DateOnly(2026, 11, 21)).AddHours(9));
        await check.RunAsync(default);

        var city = await db.ReadAsync();
        var now = new DateOnly(2026, 11, 21);
        city.Persons.Count.ShouldBeInRange(280, 400);
        city.Persons.Count(p => p.Mail is null).ShouldBeGreaterThan(30);
        city.Units.Count(u => u.Period.Contains(now) && u.UnitClass is UnitClasses.Department or UnitClasses.Secretariat).ShouldBe(11);
        city.Units.Count(u => u.Period.Contains(now) && u.UnitClass == UnitClasses.Section).ShouldBeInRange(40, 50);
        SomeCity.Holders(city, now, "CISO").ShouldBe(["s00002@city"]);
        SomeCity.Holders(city, now, "SYS_ADMIN").ShouldBe(["s09021@city"]);
        SomeCity.Holders(city, now, "AUDITOR").ShouldBe(["s12208@city"]);
        SomeCity.Holders(city, now, "BLDG_MGR").ShouldBe(["s11402@EDUCATION", Single(city, "gikai-ka.head", now) + "@ASSEMBLY", "s11087@MAYOR"], ignoreOrder: true);
        SomeCity.Holders(city, now.AddDays(10), "BLDG_MGR").ShouldContain("s15502@MAYOR");
        RoleDerivation.VacanciesOn(city, RoleDerivation.Timeline(city), now).ShouldBe([new Vacancy("SECT_OPERATOR", "EDUCATION", "kyouiku-ka", new DateOnly(2026, 11, 19), "")]);
        // No seat is held by two where the text wants one.
        RoleDerivation.HoldersOn(city, now).Where(h => h.Role is "CISO" or "SYS_OWNER" or "SYS_ADMIN" or "DEPT_HEAD" or "SECT_HEAD").GroupBy(h => h.Seat).ShouldAllBe(g => g.Count() == 1);
        (await db.FactsAsync("org.role.vacant")).Count(f => !f.Has("filled_at") && f.Text("role_code") == "SECT_OPERATOR").ShouldBe(1);
        Judged(await db.RecordsAsync(), db.Time.GetUtcNow());
    }

    // What this module writes is what the rules read: the same year, judged.
    private static void Judged(IReadOnlyList<Sekisho.Kernel.Ledger.SealedRecord> records, DateTimeOffset asOf)
    {
        (string Control, Verdict Verdict)[] expected =
        [
            ("ORG-02", Verdict.Partial), ("ORG-03", Verdict.Conforming), ("ORG-04", Verdict.Conforming), ("ORG-05", Verdict.Conforming), ("ORG-06", Verdict.NonConforming),
            ("ORG-07", Verdict.Conforming), ("ORG-09", Verdict.Conforming), ("ORG-15", Verdict.Partial),
        ];
        var pack = SmallPack.Of([.. expected.Select(e => (e.Control, Sekisho.Conformity.Packs.Strength.Must))]);
        var result = Sekisho.Conformity.Judging.Judge.Compute(SmallPack.Input(pack, records, asOf));
        expected.Select(e => (e.Control, result.Controls[e.Control].City.Verdict)).ShouldBe(expected);
        // A person who moved belongs to the new unit, one who stayed to the old.
        result.Structure.UnitOf(TargetRef.Person("s15502"))!.Id.ShouldBe("kouchou");
        result.Structure.UnitOf(TargetRef.Person("s09021"))!.Id.ShouldBe("jouhou");
    }

    private static string Single(Roster city, string post, DateOnly day) => city.Tenures.Single(t => t.PostCode == post && t.Period.Contains(day)).PersonId;
}

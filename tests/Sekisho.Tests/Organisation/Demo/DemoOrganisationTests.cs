using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Organisation.Daily;
using Sekisho.Organisation.Demo;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;
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
        foreach (var step in DemoOrganisation.Steps(Folder))
        {
            db.Time.Set(JapanTime.StartOf(step.Day).AddHours(9));
            (await demo.ApplyAsync(step, default)).Refusals.ShouldBeEmpty();
            (await demo.ApplyAsync(step, default)).IsOk.ShouldBeTrue(); // again: the stored answer
        }
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
    }

    private static string Single(Roster city, string post, DateOnly day) => city.Tenures.Single(t => t.PostCode == post && t.Period.Contains(day)).PersonId;
}

using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Organisation.Daily;
using Sekisho.Organisation.Model;

namespace Sekisho.Tests.Organisation.Daily;

public class CheckDayTests(OrganisationDatabase db) : IClassFixture<OrganisationDatabase>
{
    [Fact]
    public async Task A_term_that_ends_by_the_calendar_leaves_a_vacancy_told_once()
    {
        db.Time.Set(new DateTimeOffset(2026, 4, 1, 1, 0, 0, TimeSpan.Zero));
        (await db.ImportAsync(SomeCity.Files)).IsOk.ShouldBeTrue();
        var check = db.Services.GetRequiredService<CheckDay>();

        db.Time.Set(new DateTimeOffset(2027, 3, 31, 14, 59, 0, TimeSpan.Zero)); // 31 March 23:59 in Japan
        await check.RunAsync(default);
        (await Vacant()).ShouldBeEmpty();

        db.Time.Set(new DateTimeOffset(2027, 3, 31, 15, 0, 0, TimeSpan.Zero));
        await check.RunAsync(default);
        await check.RunAsync(default);
        var fact = (await Vacant()).ShouldHaveSingleItem();
        fact.Time("since").ShouldBe(JapanTime.StartOf(new DateOnly(2027, 4, 1)));
        var person = (await db.FactsAsync("org.person.recorded")).Where(f => f.Text("person_id") == "0014").ToList();
        person.Select(f => f.Text("state")).ShouldBe(["active", "active", "retired"]);
        (person[^1].Date("valid_from"), person[^1].OccurredAt).ShouldBe((new DateOnly(2027, 4, 1), JapanTime.StartOf(new DateOnly(2027, 4, 1))));
        (await db.FactsAsync(CheckDay.AuditName)).Count(f => f.Text("day") == "2027-04-01").ShouldBe(1);
    }

    [Fact]
    public void Whose_term_is_over_has_left_and_nobody_else()
    {
        var city = SomeCity.Read(SomeCity.Roster(), """
            職員番号,職コード,在任の種別,開始日,終了日
            0012,it.staff,兼務,R8.5.1,R9.3.31
            0013,pr.head,本務,R8.4.1,R9.3.31
            """);
        EndedTerms.Apply(city, new DateOnly(2027, 3, 31)).ShouldBeSameAs(city);
        var after = EndedTerms.Apply(city, new DateOnly(2027, 4, 1));
        // 0012 has another post, 0013 is 一般職: only the 会計年度任用職員 has left.
        after.States.Except(city.States).ShouldBe([
            new PersonState("0014", PersonState.Active, SomeCity.Spring, new DateOnly(2027, 4, 1)), new PersonState("0014", PersonState.Retired, new DateOnly(2027, 4, 1), null)], ignoreOrder: true);
        EndedTerms.Apply(after, new DateOnly(2027, 4, 2)).ShouldBeSameAs(after);
    }

    [Theory]
    [InlineData("職員番号,職コード,在任の種別,開始日,終了日\n0014,pr.staff,本務,R9.4.1,R10.3.31", "2027-04-01")]
    [InlineData("職員番号,職コード,在任の種別,開始日,終了日\n0014,pr.staff,本務,R9.6.1,R10.3.31", "2027-06-01")]
    [InlineData("職員番号,氏名,フリガナ,人の区分,機関コード,在籍状態,状態の開始日\n0014,見本 主事,ミホン シュジ,会計年度任用職員,mayor,在職,R9.4.1", "2027-04-01")]
    public void Who_is_appointed_again_works_here_again(string csv, string since)
    {
        var left = EndedTerms.Apply(SomeCity.Roster(), new DateOnly(2027, 4, 1));
        var day = DateOnly.ParseExact(since, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var again = SomeCity.Read(left, csv);
        again.States.Single(s => s.PersonId == "0014" && s.Period.Contains(day)).State.ShouldBe(PersonState.Active);
        again.States.Where(s => s.PersonId == "0014" && s.State == PersonState.Retired).ShouldAllBe(s => s.ValidTo == day);
        EndedTerms.Apply(again, day).ShouldBeSameAs(again);
    }

    private async Task<IReadOnlyList<Sekisho.Kernel.Ledger.SealedRecord>> Vacant() =>
        [.. (await db.FactsAsync("org.role.vacant")).Where(f => f.Text("role_code") == "SECT_OPERATOR" && f.Text("unit_id") == "pr")];
}

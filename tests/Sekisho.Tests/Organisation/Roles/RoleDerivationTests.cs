using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;

namespace Sekisho.Tests.Organisation.Roles;

public class RoleDerivationTests
{
    private static readonly DateOnly Day = SomeCity.Spring;

    [Fact]
    public void A_role_follows_an_attribute_of_a_post()
    {
        var city = SomeCity.Roster();
        SomeCity.Holders(city, Day, "CISO").ShouldBe(["0002@city"]);

        // 事務分担 changes on 1 October: the other vice-mayor oversees the planning department.
        city = SomeCity.Read(city, """
            職コード,機関コード,部署コード,職名,属性,開始日,終了日,属性の開始日
            mayor.vice1,mayor,,副市長,vice_mayor;oversees=soumu,H31.4.1,,R8.10.1
            mayor.vice2,mayor,,副市長,vice_mayor;oversees=plan,H31.4.1,,R8.10.1
            """);
        SomeCity.Holders(city, new DateOnly(2026, 9, 30), "CISO").ShouldBe(["0002@city"]);
        SomeCity.Holders(city, new DateOnly(2026, 10, 1), "CISO").ShouldBe(["0003@city"]);
    }

    [Fact]
    public void Each_department_and_secretariat_has_its_head() =>
        SomeCity.Holders(SomeCity.Roster(), Day, "DEPT_HEAD").ShouldBe(["0030@edu", "0040@senkan", "0010@plan", "0020@soumu"]);

    [Fact]
    public void Sections_have_their_head_and_a_secretariat_the_person_its_head_named() =>
        SomeCity.Holders(SomeCity.Roster(), Day, "SECT_HEAD").ShouldBe(["0031@edusoumu", "0041@senkan", "0011@it", "0021@keiyaku", "0013@pr"]);

    [Fact]
    public void One_post_may_serve_several_organs() =>
        SomeCity.Holders(SomeCity.Roster(), Day, "BLDG_OWNER").ShouldBe(["0030@board", "0020@election", "0020@mayor"]);

    [Fact]
    public void A_transfer_moves_the_roles_and_ends_the_nomination_in_the_old_unit()
    {
        var city = SomeCity.Read(SomeCity.Roster(), """
            職員番号,職コード,在任の種別,開始日,終了日
            0012,pr.head,本務,R8.7.1,
            0013,it.staff,本務,R8.7.1,
            """);

        SomeCity.Holders(city, new DateOnly(2026, 6, 30), "SECT_HEAD").ShouldContain("0013@pr");
        SomeCity.Holders(city, new DateOnly(2026, 7, 1), "SECT_HEAD").ShouldContain("0012@pr");
        SomeCity.Holders(city, new DateOnly(2026, 6, 30), "SECT_OPERATOR").ShouldContain("0012@it");
        SomeCity.Holders(city, new DateOnly(2026, 7, 1), "SECT_OPERATOR").ShouldNotContain("0012@it");
        Vacant(city, new DateOnly(2026, 7, 1)).ShouldContain(new Vacancy("SECT_OPERATOR", "mayor", "it", new DateOnly(2026, 7, 1), ""));
    }

    [Theory]
    [InlineData("休職")]
    [InlineData("育休")]
    [InlineData("長期派遣")]
    [InlineData("退職")]
    public void Who_is_not_in_office_holds_no_role(string state)
    {
        var city = SomeCity.Read(SomeCity.Roster(), $"""
            職員番号,氏名,フリガナ,人の区分,機関コード,在籍状態,状態の開始日
            0011,見本 情報,ミホン ジョウホウ,一般職,mayor,{state},R8.6.1
            """);

        SomeCity.Holders(city, new DateOnly(2026, 5, 31), "SYS_ADMIN").ShouldBe(["0011@city"]);
        SomeCity.Holders(city, new DateOnly(2026, 6, 1), "SYS_ADMIN").ShouldBeEmpty();
        Vacant(city, new DateOnly(2026, 8, 1)).ShouldContain(new Vacancy("SYS_ADMIN", "city", "", new DateOnly(2026, 6, 1), ""));
    }

    [Fact]
    public void A_fixed_term_ends_with_its_last_day()
    {
        var city = SomeCity.Roster();
        SomeCity.Holders(city, new DateOnly(2027, 3, 31), "SECT_OPERATOR").ShouldContain("0014@pr");
        SomeCity.Holders(city, new DateOnly(2027, 4, 1), "SECT_OPERATOR").ShouldNotContain("0014@pr");
    }

    [Fact]
    public void A_deputy_stands_in_but_the_seat_stays_vacant()
    {
        var july = new DateOnly(2026, 7, 1);
        var city = SomeCity.Read(SomeCity.Roster(), """
            職員番号,氏名,フリガナ,人の区分,機関コード,在籍状態,状態の開始日
            0011,見本 情報,ミホン ジョウホウ,一般職,mayor,休職,R8.7.1
            """);
        city = city with { Deputies = [new Deputy(Guid.Empty, "SYS_ADMIN", Organ.CityWide, "", "0012", Deputy.Accident, july, new DateOnly(2026, 8, 1))] };

        SomeCity.Holders(city, july, "SYS_ADMIN").ShouldBe(["0012@city*"]);
        Vacant(city, july).ShouldContain(new Vacancy("SYS_ADMIN", "city", "", july, "0012"));
        SomeCity.Holders(city, new DateOnly(2026, 8, 1), "SYS_ADMIN").ShouldBeEmpty();
    }

    [Fact]
    public void A_unit_that_ended_has_no_seat_and_its_successor_has()
    {
        var city = SomeCity.Read(SomeCity.Roster(), """
            部署コード,機関コード,上位部署コード,部署区分,部署名,開始日,終了日,承継先,メール
            pr,mayor,plan,課,広報課,H31.4.1,R9.3.31,pr2,
            pr2,mayor,plan,課,広報広聴課,R9.4.1,,,
            """);

        RoleDerivation.SeatsOn(city, new DateOnly(2027, 3, 31)).ShouldContain(new Seat("SECT_HEAD", "mayor", "pr"));
        RoleDerivation.SeatsOn(city, new DateOnly(2027, 4, 1)).ShouldNotContain(new Seat("SECT_HEAD", "mayor", "pr"));
        Vacant(city, new DateOnly(2027, 4, 1)).ShouldContain(new Vacancy("SECT_HEAD", "mayor", "pr2", new DateOnly(2027, 4, 1), ""));
        city.Successions.ShouldBe([new UnitSuccession("pr", "pr2")]);
    }

    [Fact]
    public void Seats_nobody_was_named_for_are_vacant_since_they_exist() =>
        Vacant(SomeCity.Roster(), Day).ShouldBe(
        [
            new Vacancy("CSIRT", "city", "", Day, ""),
            new Vacancy("SECT_OPERATOR", "board", "edusoumu", Day, ""),
            new Vacancy("SECT_OPERATOR", "election", "senkan", Day, ""),
            new Vacancy("SECT_OPERATOR", "mayor", "keiyaku", Day, ""),
        ]);

    [Fact]
    public void Without_data_there_is_nothing() => RoleDerivation.Timeline(Roster.Empty).ShouldBeEmpty();

    private static IReadOnlyList<Vacancy> Vacant(Roster city, DateOnly day) => RoleDerivation.VacanciesOn(city, RoleDerivation.Timeline(city), day);
}

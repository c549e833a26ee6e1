using Sekisho.Organisation.Import;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Walls;

namespace Sekisho.Tests.Organisation.Import;

public class ImportPlannerTests
{
    [Fact]
    public void Reading_the_same_files_again_changes_nothing()
    {
        var city = SomeCity.Roster();

        var again = ImportPlanner.Plan(city, SomeCity.Files, OrganWall.Open);

        again.Changes.IsEmpty.ShouldBeTrue();
        again.Counts.Sum(c => c.Same).ShouldBe(again.Counts.Sum(c => c.Read));
        again.RoleChanges.ShouldBeEmpty();
    }

    [Fact]
    public void The_order_of_files_does_not_matter() =>
        RosterChanges.Between(SomeCity.Roster(), SomeCity.Read(Roster.Empty, [.. SomeCity.Files.Reverse()])).IsEmpty.ShouldBeTrue();

    [Fact]
    public void Every_wrong_row_is_listed_with_line_column_and_what_to_do()
    {
        var plan = Plan("""
            職員番号,氏名,フリガナ,人の区分,機関コード,在籍状態,状態の開始日,メール
            9001,,フリガナ,一般職,mayor,在職,R8.4.1,
            9002,見本 二,ミホン ニ,正社員,mayor,在職,R8.4.1,
            9003,見本 三,ミホン サン,一般職,mayor,在職,R8.2.30,
            9004,見本 四,ミホン ヨン,一般職,mayor,在職,R8.4.1,壊れた宛先
            9005,見本 五,ミホン ゴ,一般職,moon,在職,R8.4.1,
            9005,見本 五,ミホン ゴ,一般職,mayor,在職,R8.4.1,
            90 6,見本 六,ミホン ロク,一般職,mayor,在職,R8.4.1,
            """);

        plan.CanApply.ShouldBeFalse();
        plan.Errors.Select(e => (e.Line, e.Column)).ShouldBe(
            [(2, "氏名"), (3, "人の区分"), (4, "状態の開始日"), (5, "メール"), (6, "機関コード"), (7, ""), (8, "職員番号")]);
        plan.Errors.ShouldAllBe(e => e.WhatHappened.Length > 0 && e.WhatToDo.Length > 0 && e.File == "more.csv");
        plan.Counts.Single().ShouldBe(new ImportCount("persons", 7, 0, 0, 0, 7));
    }

    [Fact]
    public void An_impossible_era_date_is_taken_with_a_warning()
    {
        var plan = Plan("""
            職員番号,氏名,フリガナ,人の区分,機関コード,在籍状態,状態の開始日
            9001,見本 一,ミホン イチ,一般職,mayor,在職,平成38年4月1日
            """);

        plan.CanApply.ShouldBeTrue();
        plan.Problems.Single().IsWarning.ShouldBeTrue();
        plan.Next.States.ShouldContain(s => s.PersonId == "9001" && s.ValidFrom == new DateOnly(2026, 4, 1));
    }

    [Fact]
    public void Headings_may_be_the_English_keys_in_any_order() =>
        Plan("organ_name,to,from,organ\n農業委員会,,2026-04-01,farm\n").Next.Organs.ShouldContain(o => o.Code == "farm" && o.Name == "農業委員会");

    [Fact]
    public void A_file_nobody_knows_says_which_headings_are_needed()
    {
        var problem = Plan("色,形\n赤,丸\n").Problems.Single();

        problem.Line.ShouldBe(1);
        problem.WhatToDo.ShouldContain("機関コード");
    }

    [Fact]
    public void The_preview_says_who_gains_and_who_loses_a_role()
    {
        var plan = Plan("""
            職員番号,職コード,在任の種別,開始日,終了日
            0013,keiyaku.head,本務,R8.7.1,
            0021,pr.head,本務,R8.7.1,
            """);

        plan.RoleChanges.Where(c => c.Seat.Role == "SECT_HEAD").Select(c => (c.PersonId, c.Seat.UnitId, c.Gains)).ShouldBe(
            [("0013", "keiyaku", true), ("0013", "pr", false), ("0021", "keiyaku", false), ("0021", "pr", true)], ignoreOrder: true);
        plan.RoleChanges.ShouldAllBe(c => c.On == new DateOnly(2026, 7, 1));
    }

    [Fact]
    public void A_later_post_ends_the_earlier_one_but_not_one_held_besides()
    {
        var city = SomeCity.Read(SomeCity.Roster(), """
            職員番号,職コード,在任の種別,開始日,終了日
            0013,it.staff,兼務,R8.5.1,
            0013,keiyaku.head,本務,R8.7.1,
            """);

        city.Tenures.Where(t => t.PersonId == "0013").Select(t => (t.PostCode, t.ValidTo)).ShouldBe(
            [("pr.head", new DateOnly(2026, 7, 1)), ("it.staff", null), ("keiyaku.head", null)], ignoreOrder: true);
    }

    [Fact]
    public void Retirement_ends_every_post()
    {
        var city = SomeCity.Read(SomeCity.Roster(), """
            職員番号,氏名,フリガナ,人の区分,機関コード,在籍状態,状態の開始日
            0013,見本 広報,ミホン コウホウ,一般職,mayor,退職,R8.12.1
            """);

        city.Tenures.Single(t => t.PersonId == "0013").ValidTo.ShouldBe(new DateOnly(2026, 12, 1));
    }

    [Fact]
    public void A_person_who_comes_back_is_the_same_person()
    {
        var city = SomeCity.Read(SomeCity.Roster(), """
            職員番号,氏名,フリガナ,人の区分,機関コード,在籍状態,状態の開始日
            0014,見本 主事,ミホン シュジ,会計年度任用職員,mayor,退職,R9.4.1
            0014,見本 主事,ミホン シュジ,会計年度任用職員,mayor,在職,R9.5.1
            """);

        city.Persons.Count(p => p.Id == "0014").ShouldBe(1);
        city.States.Where(s => s.PersonId == "0014").OrderBy(s => s.ValidFrom).Select(s => (s.State, s.ValidFrom)).ShouldBe(
            [("active", new DateOnly(2026, 4, 1)), ("retired", new DateOnly(2027, 4, 1)), ("active", new DateOnly(2027, 5, 1))]);
    }

    [Fact]
    public void An_attribute_that_goes_needs_its_day() =>
        Plan("職コード,機関コード,部署コード,職名,属性,開始日,終了日\nmayor.vice1,mayor,,副市長,vice_mayor,H31.4.1,\n")
            .Errors.Single().Column.ShouldBe("属性の開始日");

    [Theory]
    [InlineData("a,mayor,b,課,甲課,R8.4.1,,,\nb,mayor,a,課,乙課,R8.4.1,,,", "上位部署コード")]
    [InlineData("a,mayor,zzz,課,甲課,R8.4.1,,,", "上位部署コード")]
    [InlineData("a,mayor,edu,課,甲課,R8.4.1,,,", "上位部署コード")]
    [InlineData("a,mayor,,課,甲課,R8.4.1,R8.3.31,,", "終了日")]
    [InlineData("a,mayor,,課,甲課,R8.4.1,R9.3.31,zzz,", "承継先")]
    [InlineData("a,mayor,,課,甲課,R8.4.1,,it,", "承継先")]
    [InlineData("a,mayor,,庁,甲課,R8.4.1,,,", "部署区分")]
    [InlineData("it,board,,課,甲課,R8.4.1,,,", "機関コード")]
    public void Units_are_checked_against_each_other(string rows, string column) =>
        Plan("部署コード,機関コード,上位部署コード,部署区分,部署名,開始日,終了日,承継先,メール\n" + rows + "\n").Errors.First().Column.ShouldBe(column);

    [Theory]
    [InlineData("市,ciso,名,,,職,it.head,,R8.4.1,", "役割")]
    [InlineData("市,CISO,名,,,職,nowhere,,R8.4.1,", "充てる先")]
    [InlineData("市,CISO,名,,,くじ,it.head,,R8.4.1,", "充て方")]
    [InlineData("市,CISO,名,,局,職,it.head,,R8.4.1,", "席を置く部署区分")]
    [InlineData("市,CISO,名,,,職,it.head,たぶん,R8.4.1,", "複数")]
    public void Charges_are_checked(string row, string column) =>
        Plan("機関コード,役割,呼び名,根拠,席を置く部署区分,充て方,充てる先,複数,開始日,終了日\n" + row + "\n").Errors.First().Column.ShouldBe(column);

    [Fact]
    public void Nobody_writes_behind_another_organs_wall()
    {
        var city = SomeCity.Roster();
        var actor = new Sekisho.Platform.Actor(Sekisho.Platform.ActorKind.Person, "", "0013", "mayor", "pr", new HashSet<string>(StringComparer.Ordinal));
        var wall = OrganWall.Of(city, actor, SomeCity.Spring);

        var plan = ImportPlanner.Plan(city, [new ImportFile("x.csv", "職員番号,氏名,フリガナ,人の区分,機関コード,在籍状態,状態の開始日\n9001,見本 一,ミホン イチ,一般職,board,在職,R8.4.1\n")], wall);

        plan.CanApply.ShouldBeFalse();
        plan.Errors.Single().WhatHappened.ShouldBe("ほかの機関の行は取り込めません。");
    }

    private static ImportPlan Plan(string csv) => ImportPlanner.Plan(SomeCity.Roster(), [new ImportFile("more.csv", csv)], OrganWall.Open);
}

using FsCheck;
using FsCheck.Fluent;
using Sekisho.Kernel.Calendar;

namespace Sekisho.Tests.Kernel.Calendar;

public class FiscalYearTests
{
    [Theory]
    [InlineData("令和元年度", 2019)]
    [InlineData("平成31年度", 2019)]
    [InlineData("令和１年度", 2019)]
    [InlineData("R1", 2019)]
    [InlineData("H31年度", 2019)]
    [InlineData("2019年度", 2019)]
    [InlineData("２０１９", 2019)]
    [InlineData("昭和63年度", 1988)]
    [InlineData("令和 8 年度", 2026)]
    public void A_year_is_read_in_any_form(string text, int start) => FiscalYear.Read(text).Value.StartYear.ShouldBe(start);

    [Theory]
    [InlineData("")]
    [InlineData("8年度")]
    [InlineData("令和0年度")]
    [InlineData("天平3年度")]
    [InlineData("1500年度")]
    [InlineData("令和八年度")]
    public void Anything_else_is_no_year(string text) => FiscalYear.Read(text).Refusals[0].Stage.ShouldBe("fiscal_year.form");

    [Theory]
    [InlineData(2019, "令和元年度")]
    [InlineData(2018, "平成30年度")]
    [InlineData(1988, "昭和63年度")]
    [InlineData(1989, "平成元年度")]
    [InlineData(1926, "大正15年度")]
    [InlineData(1912, "大正元年度")]
    [InlineData(2026, "令和8年度")]
    public void The_year_has_its_official_name(int start, string name) => new FiscalYear(start).ToString().ShouldBe(name);

    [Fact]
    public void The_year_turns_on_the_first_of_April()
    {
        FiscalYear.Of(new DateOnly(2026, 3, 31)).ShouldBe(new FiscalYear(2025));
        FiscalYear.Of(new DateOnly(2026, 4, 1)).ShouldBe(new FiscalYear(2026));
    }

    [Fact]
    public void Every_day_lies_in_exactly_its_year() => Prop.ForAll(Days.Gregorian, day =>
    {
        if (day < new DateOnly(1874, 4, 1)) return true;
        var year = FiscalYear.Of(day);
        return year.Contains(day) && !year.Next.Contains(day) && !year.Previous.Contains(day)
            && year.LastDay.AddDays(1) == year.Next.FirstDay && FiscalYear.Read(year.ToString()).Value == year;
    }).QuickCheckThrowOnFailure();
}

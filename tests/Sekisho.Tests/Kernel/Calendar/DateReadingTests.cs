using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Sekisho.Kernel.Calendar;

namespace Sekisho.Tests.Kernel.Calendar;

public class DateReadingTests
{
    [Theory]
    [InlineData("R8.11.21")]
    [InlineData("r8.11.21")]
    [InlineData("R08/11/21")]
    [InlineData("Ｒ８．１１．２１")]
    [InlineData("令和8年11月21日")]
    [InlineData("令和 8年 11月 21日")]
    [InlineData("令和８年１１月２１日（土）")]
    [InlineData("㋿8年11月21日")]
    [InlineData("2026/11/21")]
    [InlineData("2026-11-21")]
    [InlineData("2026.11.21")]
    [InlineData("２０２６／１１／２１")]
    [InlineData("2026年11月21日")]
    [InlineData("20261121")]
    [InlineData("２０２６１１２１")]
    [InlineData("　2026/11/21 ")]
    [InlineData("平成38年11月21日", true)]
    [InlineData("昭和101年11月21日", true)]
    [InlineData("令和8年11月21日(日)", true)]
    public void People_write_the_same_day_in_many_ways(string text, bool warns = false)
    {
        var read = DateReading.Of(text).Value;

        read.Day.ShouldBe(new DateOnly(2026, 11, 21));
        (read.Warning is not null).ShouldBe(warns);
    }

    [Fact]
    public void An_era_that_had_ended_is_read_and_warned_about() =>
        DateReading.Of("平成31年5月1日").Value.ShouldBe(new DateReading(
            new DateOnly(2019, 5, 1), "平成は平成31年4月30日までです。令和元年5月1日と読みました。"));

    [Fact]
    public void An_era_that_had_not_begun_is_read_and_warned_about() =>
        DateReading.Of("令和元年4月1日").Value.ShouldBe(new DateReading(
            new DateOnly(2019, 4, 1), "令和は令和元年5月1日からです。平成31年4月1日と読みました。"));

    [Theory]
    [InlineData("")]
    [InlineData("きのう")]
    [InlineData("11/21")]
    [InlineData("令和0年1月1日")]
    [InlineData("X8.11.21")]
    [InlineData("天平8年11月21日")]
    [InlineData("2026112")]
    [InlineData("٢٠٢٦/11/21")]
    [InlineData("令和8年11月21日ごろ")]
    public void Anything_else_is_no_date(string text) => DateReading.Of(text).Refusals[0].Stage.ShouldBe("date.form");

    [Theory]
    [InlineData("2026/2/29")]
    [InlineData("令和8年13月1日")]
    [InlineData("20261131")]
    [InlineData("2026/0/1")]
    [InlineData("0000/1/1")]
    public void A_day_that_does_not_exist_is_refused(string text) => DateReading.Of(text).Refusals[0].Stage.ShouldBe("date.impossible");

    [Fact]
    public void Lunar_era_dates_are_refused() => DateReading.Of("明治5年12月2日").Refusals[0].Stage.ShouldBe("date.lunar");

    [Fact]
    public void Any_text_is_answered() => Prop.ForAll<string>(ArbMap.Default.ArbFor<string>(), text =>
        DateReading.Of(text ?? "") is { IsOk: true } or { Refusals.Count: 1 }).QuickCheckThrowOnFailure();

    [Fact]
    public void Western_forms_read_back() => Prop.ForAll(Days.Gregorian, day =>
        new[] { "yyyy/M/d", "yyyy-MM-dd", "yyyyMMdd", "yyyy年M月d日" }.All(form =>
            DateReading.Of(day.ToString(form, CultureInfo.InvariantCulture)).Value == new DateReading(day, null))).QuickCheckThrowOnFailure();
}

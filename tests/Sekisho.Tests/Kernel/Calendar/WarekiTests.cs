using FsCheck;
using FsCheck.Fluent;
using Sekisho.Kernel.Calendar;

namespace Sekisho.Tests.Kernel.Calendar;

public class WarekiTests
{
    [Theory]
    [InlineData("2026-11-21", "令和8年11月21日")]
    [InlineData("2019-05-01", "令和元年5月1日")]
    [InlineData("2019-04-30", "平成31年4月30日")]
    [InlineData("1989-01-07", "昭和64年1月7日")]
    [InlineData("1989-01-08", "平成元年1月8日")]
    [InlineData("1926-12-24", "大正15年12月24日")]
    [InlineData("1926-12-25", "昭和元年12月25日")]
    [InlineData("1912-07-29", "明治45年7月29日")]
    [InlineData("1912-07-30", "大正元年7月30日")]
    [InlineData("1873-01-01", "明治6年1月1日")]
    [InlineData("1872-12-31", "1872年12月31日")]
    public void A_day_is_written_in_its_era(string day, string text) =>
        Wareki.Text(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(text);

    [Fact]
    public void The_weekday_follows_in_brackets() => Wareki.LongText(new DateOnly(2026, 11, 21)).ShouldBe("令和8年11月21日(土)");

    [Fact]
    public void Lunar_days_have_no_era() => Wareki.Of(new DateOnly(1872, 12, 31)).ShouldBeNull();

    [Fact]
    public void The_next_era_is_one_more_row_of_data()
    {
        var eras = new EraTable([.. EraTable.Shipped.Eras, new Era("新元", 'N', '\u32FE', new DateOnly(2040, 4, 1))]);

        Wareki.Of(new DateOnly(2040, 3, 31), eras).ToString().ShouldBe("令和22年3月31日");
        Wareki.Of(new DateOnly(2040, 4, 1), eras).ToString().ShouldBe("新元元年4月1日");
        DateReading.Of("N2.4.1", eras).Value.Day.ShouldBe(new DateOnly(2041, 4, 1));
        DateReading.Of("令和30年1月1日", eras).Value.Warning.ShouldNotBeNull();
    }

    [Fact]
    public void Eras_must_rise() => Should.Throw<ArgumentException>(() => new EraTable(EraTable.Shipped.Eras.Reverse()));

    [Fact]
    public void Every_written_day_reads_back_without_a_warning() => Prop.ForAll(Days.Gregorian, day =>
    {
        foreach (var text in new[] { Wareki.Text(day), Wareki.LongText(day), Wareki.Of(day)!.Value.Short })
            if (DateReading.Of(text).Value is not { Warning: null } read || read.Day != day) return false;
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Eras_keep_the_order_of_days() => Prop.ForAll(Days.Gregorian, day =>
        EraTable.Shipped.At(day)!.FirstDay <= day && Wareki.Of(day)!.Value.Year >= 1
        && EraTable.Shipped.At(day.AddDays(1))!.FirstDay >= EraTable.Shipped.At(day)!.FirstDay).QuickCheckThrowOnFailure();
}

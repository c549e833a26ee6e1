using FsCheck;
using FsCheck.Fluent;
using Sekisho.Kernel.Calendar;

namespace Sekisho.Tests.Kernel.Calendar;

public class HolidayCalendarTests
{
    private static readonly HolidayCalendar Calendar = HolidayCalendar.Shipped;
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void The_first_day_is_not_counted()
    {
        // Saturday 21st, Sunday, then 勤労感謝の日 on Monday 23rd.
        Calendar.Add(Today, 1).ShouldBe(new DateOnly(2026, 11, 24));
        Calendar.Add(new DateOnly(2026, 11, 20), 3).ShouldBe(new DateOnly(2026, 11, 26));
        Calendar.Add(new DateOnly(2026, 11, 24), -1).ShouldBe(new DateOnly(2026, 11, 20));
        Calendar.Add(Today, 0).ShouldBe(new DateOnly(2026, 11, 24));
    }

    [Fact]
    public void The_turn_of_the_year_is_closed() => Calendar.Add(new DateOnly(2026, 12, 28), 1).ShouldBe(new DateOnly(2027, 1, 4));

    [Fact]
    public void The_city_adds_its_own_days()
    {
        var own = Calendar.With([new DayOff(new DateOnly(2026, 11, 24), "市制記念日", DayOffKind.City)]);

        own.IsBusinessDay(new DateOnly(2026, 11, 24)).ShouldBeFalse();
        own.DayOffAt(new DateOnly(2026, 11, 24))!.Name.ShouldBe("市制記念日");
        Calendar.IsBusinessDay(new DateOnly(2026, 11, 24)).ShouldBeTrue();
    }

    [Fact]
    public void It_says_which_years_it_knows()
    {
        Calendar.Covers(new DateOnly(2024, 1, 1)).ShouldBeTrue();
        Calendar.Covers(new DateOnly(2028, 12, 31)).ShouldBeTrue();
        Calendar.Covers(new DateOnly(2029, 1, 1)).ShouldBeFalse();
    }

    [Fact]
    public void A_calendar_without_an_open_day_is_a_mistake()
    {
        var closed = new HolidayCalendar(
            Enumerable.Range(0, 800).Select(i => new DayOff(Today.AddDays(i), "休み", DayOffKind.City)), Today, Today.AddDays(800));

        Should.Throw<InvalidOperationException>(() => closed.OnOrAfter(Today));
    }

    [Theory]
    [InlineData("date\tname\tkind\n")]
    [InlineData("date\tname\tkind\n2026-01-01\t元日\n")]
    [InlineData("date\tname\tkind\n2026/1/1\t元日\tnational\n")]
    [InlineData("date\tname\tkind\n2026-01-01\t元日\tparty\n")]
    public void A_broken_table_is_refused(string tsv) => Should.Throw<FormatException>(() => HolidayCalendar.Parse(tsv));

    [Fact]
    public void Adding_and_counting_are_inverse() => Prop.ForAll(
        Days.Between(new DateOnly(2024, 2, 1), new DateOnly(2028, 11, 1)), Gen.Choose(-40, 40).ToArbitrary(), (day, n) =>
        {
            var open = Calendar.OnOrAfter(day);
            var end = Calendar.Add(open, n);
            return Calendar.IsBusinessDay(end) && Calendar.Count(open, end) == n && Calendar.Count(end, open) == -n;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_is_additive() => Prop.ForAll(
        Days.Between(new DateOnly(2024, 2, 1), new DateOnly(2028, 6, 1)), Gen.Choose(1, 30).ToArbitrary(), Gen.Choose(1, 30).ToArbitrary(),
        (day, a, b) => Calendar.Add(Calendar.Add(day, a), b) == Calendar.Add(day, checked(a + b))).QuickCheckThrowOnFailure();

    [Fact]
    public void Nearest_open_days_enclose_the_day() => Prop.ForAll(Days.Between(new DateOnly(2024, 2, 1), new DateOnly(2028, 11, 1)), day =>
        Calendar.OnOrBefore(day) <= day && day <= Calendar.OnOrAfter(day)
        && (Calendar.OnOrBefore(day) == Calendar.OnOrAfter(day)) == Calendar.IsBusinessDay(day)).QuickCheckThrowOnFailure();
}

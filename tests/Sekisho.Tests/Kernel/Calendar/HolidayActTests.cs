using Sekisho.Kernel.Calendar;

namespace Sekisho.Tests.Kernel.Calendar;

/// <summary>The shipped table against the rules of the Act, written a second time here.</summary>
public class HolidayActTests
{
    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2028)]
    public void The_shipped_days_are_those_of_the_Act(int year)
    {
        var shipped = HolidayCalendar.Shipped.DaysOff.Where(d => d.Day.Year == year && d.Kind != DayOffKind.YearEnd).ToList();
        var named = NamedIn(year);

        shipped.Where(d => d.Kind == DayOffKind.National).Select(d => (d.Day, d.Name)).ShouldBe(named.OrderBy(d => d.Item1), ignoreOrder: true);
        shipped.Where(d => d.Kind == DayOffKind.Substitute).Select(d => d.Day).ShouldBe(Substitutes(named), ignoreOrder: true);
        shipped.Where(d => d.Kind == DayOffKind.Between).Select(d => d.Day).ShouldBe(Between(named), ignoreOrder: true);
    }

    // Dates of the official almanac (2028: astronomical).
    [Theory]
    [InlineData(2024, 20, 22)]
    [InlineData(2025, 20, 23)]
    [InlineData(2026, 20, 23)]
    [InlineData(2027, 21, 23)]
    [InlineData(2028, 20, 22)]
    public void The_equinoxes_are_those_of_the_almanac(int year, int march, int september)
    {
        HolidayCalendar.Shipped.DayOffAt(new DateOnly(year, 3, march))!.Name.ShouldBe("春分の日");
        HolidayCalendar.Shipped.DayOffAt(new DateOnly(year, 9, september))!.Name.ShouldBe("秋分の日");
    }

    private static List<(DateOnly, string)> NamedIn(int year)
    {
        double sinceEpoch = year - 1980;
        var leap = (year - 1980) / 4;
        var spring = (int)(20.8431 + (0.242194 * sinceEpoch) - leap);
        var autumn = (int)(23.2488 + (0.242194 * sinceEpoch) - leap);
        return
        [
            (new(year, 1, 1), "元日"), (Monday(year, 1, 2), "成人の日"), (new(year, 2, 11), "建国記念の日"), (new(year, 2, 23), "天皇誕生日"),
            (new(year, 3, spring), "春分の日"), (new(year, 4, 29), "昭和の日"), (new(year, 5, 3), "憲法記念日"), (new(year, 5, 4), "みどりの日"),
            (new(year, 5, 5), "こどもの日"), (Monday(year, 7, 3), "海の日"), (new(year, 8, 11), "山の日"), (Monday(year, 9, 3), "敬老の日"),
            (new(year, 9, autumn), "秋分の日"), (Monday(year, 10, 2), "スポーツの日"), (new(year, 11, 3), "文化の日"), (new(year, 11, 23), "勤労感謝の日"),
        ];
    }

    private static DateOnly Monday(int year, int month, int nth) =>
        Enumerable.Range(1, 31).Select(d => new DateOnly(year, month, d)).Where(d => d.DayOfWeek == DayOfWeek.Monday).ElementAt(nth - 1);

    private static IEnumerable<DateOnly> Substitutes(List<(DateOnly Day, string)> named)
    {
        foreach (var (day, _) in named.Where(n => n.Day.DayOfWeek == DayOfWeek.Sunday))
        {
            var next = day.AddDays(1);
            while (named.Exists(n => n.Day == next)) next = next.AddDays(1);
            yield return next;
        }
    }

    private static IEnumerable<DateOnly> Between(List<(DateOnly Day, string)> named) => named.Select(n => n.Day.AddDays(1))
        .Where(d => named.Exists(n => n.Day == d.AddDays(1)) && !named.Exists(n => n.Day == d) && d.DayOfWeek != DayOfWeek.Sunday);
}

using Sekisho.Policy.Duties;

namespace Sekisho.Tests.Policy.Duties;

public sealed class DutyPeriodTests
{
    [Theory]
    [InlineData("P1D"), InlineData("continuous"), InlineData("on:revision"), InlineData(null)]
    public void What_a_machine_watches_or_an_event_asks_is_no_period_for_a_person(string? interval) => DutyPeriod.Of(interval, 0).ShouldBeNull();

    [Theory]
    [InlineData("P7D", 0, "2025-04-01", "2025-04-07")]
    [InlineData("P1M", 3, "2025-04-02", "2025-05-01")]
    [InlineData("on:need;P1Y", 0, "2025-04-01", "2025-05-01")]
    [InlineData("P1Y", 1, "2025-06-02", "2026-06-01")]
    [InlineData("P3M", 0, "2025-04-01", "2025-05-01")]
    public void The_first_period_begins_later_than_today_at_a_round_day(string interval, int position, string day, string first) =>
        DutyPeriod.Of(interval, position)!.FirstAfter(Day(day)).ShouldBe(Day(first));

    [Fact]
    public void Nothing_yearly_begins_in_the_months_of_the_change_of_posts()
    {
        for (var position = 0; position < 30; position++)
            DutyPeriod.Of("P1Y", position)!.FirstAfter(new DateOnly(2025, 4, 1)).Month.ShouldNotBeOneOf(3, 4);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

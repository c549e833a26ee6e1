using FsCheck;
using FsCheck.Fluent;
using Sekisho.Platform.Duties;

namespace Sekisho.Tests.Platform.Duties;

public sealed class CadenceTests
{
    [Theory]
    [InlineData("P1D")]
    [InlineData("P2W")]
    [InlineData("P3M")]
    [InlineData("P10Y")]
    public void A_cadence_is_read_and_written(string text) => Cadence.Parse(text)!.Value.ToString().ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PM")]
    [InlineData("P0M")]
    [InlineData("P-1M")]
    [InlineData("P１M")]
    [InlineData("P1H")]
    [InlineData("PT1M")]
    [InlineData("P10000D")]
    [InlineData("on:revision")]
    public void Anything_else_is_no_cadence(string text) => Cadence.Parse(text).ShouldBeNull();

    [Fact]
    public void Month_ends_do_not_drift()
    {
        var monthly = Cadence.Parse("P1M")!.Value;
        var anchor = new DateOnly(2026, 1, 31);
        monthly.PeriodOf(anchor, new DateOnly(2026, 2, 28)).ShouldBe(new DateOnly(2026, 2, 28));
        monthly.PeriodOf(anchor, new DateOnly(2026, 3, 30)).ShouldBe(new DateOnly(2026, 2, 28));
        monthly.PeriodOf(anchor, new DateOnly(2026, 3, 31)).ShouldBe(new DateOnly(2026, 3, 31));
        monthly.PeriodOf(anchor, new DateOnly(2026, 1, 30)).ShouldBeNull();
    }

    [Fact]
    public void Every_day_lies_in_exactly_one_period()
    {
        var any = from unit in Gen.Elements("DWMY".ToCharArray())
                  from count in Gen.Choose(1, 30)
                  from anchor in Gen.Choose(0, 4000)
                  from day in Gen.Choose(0, 4000)
                  select (Cadence.Parse($"P{count}{unit}")!.Value, new DateOnly(2020, 1, 1).AddDays(anchor), day);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(any.ToArbitrary(), x =>
        {
            var (cadence, anchor, offset) = x;
            var day = anchor.AddDays(offset);
            var start = cadence.PeriodOf(anchor, day)!.Value;
            var n = Enumerable.Range(0, 4100).First(i => cadence.Start(anchor, i) == start);
            return start <= day && cadence.Start(anchor, n + 1) > day;
        }));
    }
}

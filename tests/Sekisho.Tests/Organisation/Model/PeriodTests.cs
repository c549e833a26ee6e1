using FsCheck;
using FsCheck.Fluent;
using Sekisho.Organisation.Model;

namespace Sekisho.Tests.Organisation.Model;

public class PeriodTests
{
    private static readonly DateOnly Start = new(2026, 4, 1);
    private const int Span = 30;

    internal static readonly Gen<Period> Some =
        from first in Gen.Choose(0, Span)
        from length in Gen.Choose(0, 10)
        select new Period(Start.AddDays(first), length == 0 ? null : Start.AddDays(first + length));

    [Fact]
    public void An_intersection_holds_the_days_of_both() => Prop.ForAll(Some.ToArbitrary(), Some.ToArbitrary(), (a, b) =>
        Days.All(d => a.Intersect(b).Contains(d) == (a.Contains(d) && b.Contains(d)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Joined_periods_hold_the_same_days_without_overlap() => Prop.ForAll(Some.ListOf().ToArbitrary(), periods =>
    {
        var joined = Period.Join(periods);
        return Days.All(d => joined.Count(p => p.Contains(d)) == (periods.Any(p => p.Contains(d)) ? 1 : 0))
            && joined.Zip(joined.Skip(1)).All(pair => pair.First.To < pair.Second.From);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_left_is_what_nobody_took() => Prop.ForAll(Some.ToArbitrary(), Some.ListOf().ToArbitrary(), (whole, taken) =>
    {
        var left = whole.Without(taken);
        return Days.All(d => left.Any(p => p.Contains(d)) == (whole.Contains(d) && !taken.Any(p => p.Contains(d)))) && left.All(p => !p.IsEmpty);
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<DateOnly> Days => Enumerable.Range(-2, Span + 20).Select(Start.AddDays);
}

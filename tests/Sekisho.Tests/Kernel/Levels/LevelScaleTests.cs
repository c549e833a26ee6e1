using FsCheck;
using FsCheck.Fluent;
using Sekisho.Kernel.Levels;

namespace Sekisho.Tests.Kernel.Levels;

public class LevelScaleTests
{
    private static readonly LevelScale Scale = LevelScale.ShippedConfidentiality;

    [Fact]
    public void The_shipped_order_is_3A_3B_3C_2_1() =>
        Scale.LowToHigh.Reverse().Select(l => l.Code).ShouldBe(["3A", "3B", "3C", "2", "1"]);

    [Fact]
    public void Integrity_and_availability_have_two_levels()
    {
        LevelScale.ShippedIntegrity.LowToHigh.Select(l => l.Code).ShouldBe(["1", "2"]);
        LevelScale.ShippedAvailability.LowToHigh.Select(l => l.Code).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void Codes_are_exact() => (Scale.Find("3a"), Scale.Find("３A"), Scale.Find("4")).ShouldBe((null, null, null));

    [Fact]
    public void Different_properties_have_no_common_order() =>
        Should.Throw<InvalidOperationException>(() => Scale.Lowest > LevelScale.ShippedIntegrity.Highest);

    [Fact]
    public void A_scale_is_checked()
    {
        Should.Throw<ArgumentException>(() => new LevelScale("x", []));
        Should.Throw<ArgumentException>(() => new LevelScale("x", [("1", "a"), ("1", "b")]));
        Should.Throw<ArgumentException>(() => new LevelScale("x", [("", "a")]));
    }

    [Fact]
    public void The_order_is_total_and_the_highest_is_not_below_any() => Prop.ForAll(
        Gen.Elements(Scale.LowToHigh.ToArray()).ListOf(6).ToArbitrary(), some =>
        {
            var highest = Scale.HighestOf(some);
            return some.All(l => highest >= l && (l > highest) == false && (l <= highest)) && (some.Count == 0 || some.Contains(highest));
        }).QuickCheckThrowOnFailure();
}

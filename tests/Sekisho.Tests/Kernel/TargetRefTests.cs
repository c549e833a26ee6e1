using FsCheck;
using FsCheck.Fluent;
using Sekisho.Kernel;

namespace Sekisho.Tests.Kernel;

public class TargetRefTests
{
    private static readonly Arbitrary<TargetRef> Targets = (
        from kind in Gen.Elements(Enum.GetValues<TargetKind>())
        from id in Gen.Elements('a', 'Z', '9', ':', '>', '-', '課', ' ').NonEmptyListOf()
        select new TargetRef(kind, string.Concat(id))).ToArbitrary();

    [Fact]
    public void Every_target_reads_back() => Prop.ForAll(Targets, t => TargetRef.Parse(t.ToString()) == t).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_is_total() => Prop.ForAll(Targets, Targets, Targets, (a, b, c) =>
        Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a))
        && (a.CompareTo(b) == 0) == (a == b)
        && !(a.CompareTo(b) <= 0 && b.CompareTo(c) <= 0 && a.CompareTo(c) > 0)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("unit")]
    [InlineData("unit:")]
    [InlineData(":u1")]
    [InlineData("Unit:u1")]
    [InlineData("room:u1")]
    public void Another_text_is_no_target(string text) => TargetRef.Parse(text).ShouldBeNull();

    [Fact]
    public void Any_text_is_answered() => Prop.ForAll<string>(ArbMap.Default.ArbFor<string>(), text =>
        TargetRef.Parse(text ?? "") is not { } t || string.Equals(t.ToString(), text, StringComparison.Ordinal)).QuickCheckThrowOnFailure();

    [Fact]
    public void There_is_one_city() => TargetRef.Parse("city:city").ShouldBe(TargetRef.City);
}

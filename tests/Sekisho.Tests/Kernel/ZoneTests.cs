using FsCheck;
using FsCheck.Fluent;
using Sekisho.Kernel;

namespace Sekisho.Tests.Kernel;

public class ZoneTests
{
    [Fact]
    public void A_code_is_Z_and_capitals() => Prop.ForAll(
        Gen.Elements("ABCXYZ0189_".ToCharArray()).NonEmptyListOf().ToArbitrary(), rest =>
        {
            var code = "Z_" + string.Concat(rest);
            return new Zone(code).Code == code && new Zone(code) == new Zone(code);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_other_text_is_refused() => Prop.ForAll<string>(ArbMap.Default.ArbFor<string>(), text =>
    {
        var wellFormed = text is { Length: > 2 } && text.StartsWith("Z_", StringComparison.Ordinal)
            && text.All(c => c is >= 'A' and <= 'Z' or >= '0' and <= '9' or '_');
        try { return new Zone(text!).Code == text && wellFormed; }
        catch (ArgumentException) { return !wellFormed; }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Z_")]
    [InlineData("z_INET")]
    [InlineData("Z_ＩＮＥＴ")]
    [InlineData("INET")]
    [InlineData("Z_INET ")]
    public void These_are_no_codes(string? code) => Should.Throw<ArgumentException>(() => new Zone(code!));

    [Fact]
    public void The_three_zones_differ() => new[] { Zone.MyNumber, Zone.Lgwan, Zone.Internet }.Distinct().Count().ShouldBe(3);
}

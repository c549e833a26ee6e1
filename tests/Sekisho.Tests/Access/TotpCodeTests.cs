using FsCheck;
using FsCheck.Fluent;
using Sekisho.Access.Totp;

namespace Sekisho.Tests.Access;

public sealed class TotpCodeTests
{
    private static readonly byte[] RfcSecret = "12345678901234567890"u8.ToArray();

    // RFC 6238 appendix B, SHA-1, the last six of the eight digits.
    [Theory]
    [InlineData(59L, "287082")]
    [InlineData(1111111109L, "081804")]
    [InlineData(1111111111L, "050471")]
    [InlineData(1234567890L, "005924")]
    [InlineData(2000000000L, "279037")]
    public void The_numbers_of_the_RFC(long seconds, string number) =>
        TotpCode.At(RfcSecret, TotpCode.Step(DateTimeOffset.FromUnixTimeSeconds(seconds))).ShouldBe(number);

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public void One_step_either_way_is_accepted(int off)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = TotpCode.Step(now) + off;
        TotpCode.Match(RfcSecret, TotpCode.At(RfcSecret, step), now, null).ShouldBe(new TotpMatch(step, false));
    }

    [Fact]
    public void Two_steps_back_is_old_and_two_ahead_is_wrong()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        TotpCode.Match(RfcSecret, TotpCode.At(RfcSecret, TotpCode.Step(now) - 2), now, null).ShouldBe(new TotpMatch(null, true));
        TotpCode.Match(RfcSecret, TotpCode.At(RfcSecret, TotpCode.Step(now) + 2), now, null).ShouldBe(new TotpMatch(null, false));
    }

    [Fact]
    public void A_number_is_good_once()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var number = TotpCode.At(RfcSecret, TotpCode.Step(now));
        var first = TotpCode.Match(RfcSecret, number, now, null).Step;
        TotpCode.Match(RfcSecret, number, now.AddSeconds(5), first).ShouldBe(new TotpMatch(null, true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("      ")]
    [InlineData("abcdef")]
    public void Anything_else_is_wrong(string typed) =>
        TotpCode.Match(RfcSecret, typed, DateTimeOffset.FromUnixTimeSeconds(1_800_000_000), null).ShouldBe(new TotpMatch(null, false));

    [Fact]
    public void Base32_is_what_apps_read() => Prop.ForAll<byte[]>(bytes =>
    {
        var text = Base32.Encode(bytes);
        return text.Length == ((bytes.Length * 8) + 4) / 5 && text.All(c => c is (>= 'A' and <= 'Z') or (>= '2' and <= '7'));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Base32_of_the_RFC() => Base32.Encode("foobar"u8).ShouldBe("MZXW6YTBOI");

    [Fact]
    public void Recovery_codes_are_ten_different_and_read_with_or_without_hyphens()
    {
        var codes = RecoveryCodes.Of(RfcSecret);
        codes.Distinct(StringComparer.Ordinal).Count().ShouldBe(RecoveryCodes.Count);
        RecoveryCodes.LooksLikeOne(codes[0]).ShouldBeTrue();
        RecoveryCodes.LooksLikeOne("123456").ShouldBeFalse();
        RecoveryCodes.Hash("ac1", codes[0].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()).ShouldBe(RecoveryCodes.Hash("ac1", codes[0]));
        RecoveryCodes.Hash("ac2", codes[0]).ShouldNotBe(RecoveryCodes.Hash("ac1", codes[0]));
    }
}

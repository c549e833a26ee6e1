using Sekisho.Access.Passwords;

namespace Sekisho.Tests.Access;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("短い")]
    [InlineData("elevenchars")]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd-2026!")]
    [InlineData("sekisho-sekisho-sekisho")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcdefghijklmnopq")]
    [InlineData("9876543210987654")]
    [InlineData("asakura-makoto-12045")]
    [InlineData("パスワードパスワードパスワード")]
    public void What_everybody_tries_is_refused(string password) =>
        PasswordRule.Check(password, 12, true, ["s12045", "12045", "asakura", "makoto"]).ShouldNotBeEmpty();

    [Theory]
    [InlineData("雨の日は自転車を置いて帰る")]
    [InlineData("tall green bicycle forgets rain")]
    [InlineData("k7Qm-2vXz-9hTr")]
    public void A_phrase_of_ones_own_is_accepted(string password) =>
        PasswordRule.Check(password, 12, true, ["s12045", "朝倉"]).ShouldBeEmpty();

    [Fact]
    public void The_longest_is_bounded() => PasswordRule.Check(string.Concat(Enumerable.Repeat("水k鳥w雲t岩p", 20)), 12, true, []).ShouldNotBeEmpty();

    [Fact]
    public void Without_the_blocklist_only_the_length_counts() => PasswordRule.Check("password1234", 12, false, []).ShouldBeEmpty();

    [Fact]
    public void A_hash_belongs_to_one_password_and_costs_the_named_rounds()
    {
        var hash = PasswordHash.Of("雨の日は自転車を置いて帰る");
        hash.ShouldStartWith("pbkdf2-sha512$210000$");
        PasswordHash.Matches("雨の日は自転車を置いて帰る", hash).ShouldBeTrue();
        PasswordHash.Matches("雨の日は自転車を置いて帰ろ", hash).ShouldBeFalse();
        PasswordHash.Of("雨の日は自転車を置いて帰る").ShouldNotBe(hash);
    }

    [Theory]
    [InlineData("")]
    [InlineData("pbkdf2-sha512$210000$AAAA$AAAA")]
    [InlineData("pbkdf2-sha512$-1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("plain$1$x$y")]
    public void A_damaged_hash_belongs_to_nobody(string hash) => PasswordHash.Matches("x", hash).ShouldBeFalse();
}

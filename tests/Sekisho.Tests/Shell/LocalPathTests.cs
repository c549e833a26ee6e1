using Sekisho.Shell.Web;

namespace Sekisho.Tests.Shell;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/mail/held?sort=-received", "/mail/held?sort=-received")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Nobody_is_sent_to_another_host(string? asked, string expected) => LocalPath.OrHome(asked).ShouldBe(expected);
}

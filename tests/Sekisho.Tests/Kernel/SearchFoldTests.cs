using Sekisho.Kernel.Text;

namespace Sekisho.Tests.Kernel;

public class SearchFoldTests
{
    [Theory]
    [InlineData("髙﨑　齋藤", "高崎斉藤")]
    [InlineData("ミホン", "みほん")]
    [InlineData("ﾐﾎﾝ", "ミホン")]
    [InlineData("Ｓ０１２", "s012")]
    [InlineData("𠮷田", "吉田")]
    [InlineData("サーバー", "さーば－")]
    public void Different_writings_are_found_as_one(string a, string b) => SearchFold.Of(a).ShouldBe(SearchFold.Of(b));

    [Fact]
    public void Different_names_stay_different() => SearchFold.Of("はか").ShouldNotBe(SearchFold.Of("ばか"));
}

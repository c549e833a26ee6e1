using Sekisho.PolicyText;
using Sekisho.PolicyText.Reading;

namespace Sekisho.Tests.PolicyText.Reading;

public sealed class OuterReferencesTests
{
    [Theory]
    [InlineData("市は、地方自治法(昭和22年法律第67号)に従う。", "地方自治法", "昭和22年法律第67号")]
    [InlineData("個人情報の保護に関する法律（平成１５年法律第５７号）を守る。", "法律", "平成15年法律第57号")]
    [InlineData("見本市情報公開条例(令和3年見本市条例第4号)に定める。", "見本市情報公開条例", "令和3年見本市条例第4号")]
    public void A_law_with_its_number_is_found(string sentence, string name, string number)
    {
        var found = OuterReferences.Read(Parse(sentence)).Single();
        found.Name.ShouldEndWith(name);
        found.Number.ShouldBe(number);
    }

    [Theory]
    [InlineData("適切な方法により、所定の手法を用いる。")]
    [InlineData("職員は、命令に従う。")]
    [InlineData("次の規則(以下に示す。)を守る。")]
    public void Words_that_merely_end_alike_are_left_out(string sentence) => OuterReferences.Read(Parse(sentence)).ShouldBeEmpty();

    [Fact]
    public void A_law_named_once_with_its_number_is_found_again_without_it() =>
        OuterReferences.Read(PolicyParser.Parse("方針\n第1条 市は、地方自治法(昭和22年法律第67号)に従う。\n第2条 地方自治法の定めによる。\n")).Count.ShouldBe(2);

    private static ParsedPolicy Parse(string sentence) => PolicyParser.Parse("方針\n第1条 " + sentence + "\n第2条 終わり。\n");
}

using Sekisho.PolicyText;
using Sekisho.PolicyText.Reading;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.PolicyText.Reading;

public sealed class ReadingTests
{
    private static readonly ParsedPolicy Own = PolicyParser.Parse("""
        関所町情報要綱
        (平成31年4月1日制定)
        (令和8年4月1日改正)
        関所町訓令第12号

        旧要綱（平成17年関所町訓令第5号）の全部を改正する。

        （定義）
        第１条　この要綱で使う言葉は、次のとおりとする。
        (1) 端末　机の上の機械をいう。
        (2) 媒体　第2条第1項の物及び地方自治法第244条の物をいう。

        （扱い）
        第２条　端末は、第９条により扱う。
        ２　前項の端末は、前条第1号の物とする。

        附　則
        この要綱は、令和8年4月2日から施行する。
        """);

    [Fact]
    public void Dates_and_numbers_of_the_head_and_the_supplement() =>
        PrintedHistory.Read(Own).Select(e => $"{e.Event} {e.Date} {e.Number} {e.Path}").ShouldBe([
            "enacted 2019-04-01  meta1", "revised 2026-04-01  meta2", "dated  関所町訓令第12号 meta3",
            "supersedes 2005 関所町訓令第5号 amend", "effective 2026-04-02  suppl"]);

    [Theory]
    [InlineData("この要綱は、令和８年４月２日から施行する。", "令和8年4月2日から施行する")]
    [InlineData("（平成30年3月20日 市長決裁）", "平成30年3月20日市長決裁")]
    [InlineData("改正後の規定は、平成31年4月1日から適用し、旧い規定は、廃する。", "平成31年4月1日から適用し")]
    [InlineData("別に定める日から施行する。", null)]
    public void A_supplement_is_called_by_its_day(string text, string? words) => PrintedHistory.DateWords(text).ShouldBe(words);

    [Fact]
    public void Words_the_document_defines() => DefinedTerms.Read(Own).Select(t => t.Term + " " + t.Path).ShouldBe(["端末 art1/item1", "媒体 art1/item2"]);

    [Fact]
    public void References_inside_the_document_are_found_and_those_to_laws_left_out() =>
        ClauseReferences.Read(Own).Select(r => $"{r.From} {r.To} {r.IsResolved}").ShouldBe(["art1/item2 art2 True", "art2/par1 art9 False"], ignoreOrder: true);

    [Theory]
    [InlineData("この基準は、見本市基本方針第8条により定める", false)]
    [InlineData("「対策基準」の第8条に従う", false)]
    [InlineData("この市の情報安全方針第8条に従う", false)]
    [InlineData("この基準第8条に従う", true)]
    [InlineData("本基準の第8条に従う", true)]
    [InlineData("見本の基準第8条に従う", true)]
    [InlineData("第8条に従う", true)]
    public void A_number_behind_the_name_of_another_document_is_not_ours(string sentence, bool ours) =>
        ClauseReferences.Read(PolicyParser.Parse("見本の基準\n第1条 " + sentence + "。\n第2条 終わり。\n")).Any().ShouldBe(ours);

    [SharedTheory]
    [InlineData("mitaka", 13)]
    [InlineData("tochigi", 12)]
    [InlineData("mito", 12)]
    [InlineData("nabari", 13)]
    [InlineData("katagami", 12)]
    public void Every_definition_of_the_five_texts_is_a_term(string seed, int count) => DefinedTerms.Read(PolicyParser.Parse(SeedTexts.Read(seed))).Count.ShouldBe(count);

    [SharedTheory]
    [InlineData("mito")]
    [InlineData("katagami")]
    [InlineData("tochigi")]
    [InlineData("nabari")]
    public void References_of_the_five_texts_resolve(string seed)
    {
        var references = ClauseReferences.Read(PolicyParser.Parse(SeedTexts.Read(seed)));
        references.ShouldNotBeEmpty();
        references.Where(r => !r.IsResolved).Select(r => r.From + " " + r.Printed).ShouldBeEmpty();
    }
}

using Sekisho.PolicyText;

namespace Sekisho.Tests.PolicyText;

/// <summary>Layouts the five texts do not have, in words of our own.</summary>
public sealed class OwnTextTests
{
    [Fact]
    public void Branch_numbers_in_kanji_and_chapters_that_go_on_counting()
    {
        var tree = Tree("""
            関所町文書取扱規程

            平成二十年三月一日訓令第二号

            第一章　総則

            （目的）
            第一条　この規程は、文書の取扱いを定める。

            第二章　文書の保存

            （保存）
            第二条　文書は、棚に置く。
            ２　前項の棚には、鍵を掛ける。

            （保存の特例）
            第二条の二　写しは、次の各号のいずれかにより保存する。
            一　棚
            二　倉庫
            二の二　電子の倉庫

            附　則
            この規程は、公布の日から施行する。

            附　則（平成三十年三月一日訓令第一号）
            １　この規程は、平成三十年四月一日から施行する。
            ２　従前の文書は、なお従前の例による。

            別表第一（第二条関係）

            様式第２号（第二条の二関係）
            """);
        tree.ShouldBe([
            "title", "meta1", "chap1 総則", "art1 目的", "chap2 文書の保存", "art2 保存", "art2/par1", "art2/par2",
            "art2_2 保存の特例", "art2_2/item1", "art2_2/item2", "art2_2/item2_2", "suppl", "suppl2", "suppl2/par1", "suppl2/par2",
            "apptable1 第二条関係", "apptable2 第二条の二関係"]);
    }

    [Fact]
    public void Numbers_that_begin_again_in_each_chapter_take_the_chapter_into_the_path()
    {
        var tree = Tree("""
            関所町対策基準

            第１章　組織

            １．体制
            責任者を置く。

            ２．役割
            責任者は、指示する。

            第２章　設備

            １．部屋
            部屋に鍵を掛ける。

            ２．機器
            機器を固定する。
            """);
        tree.ShouldBe(["title", "chap1 組織", "chap1/art1 体制", "chap1/art2 役割", "chap2 設備", "chap2/art1 部屋", "chap2/art2 機器"]);
    }

    [Fact]
    public void Deep_lists_of_kana_and_numbers_in_brackets()
    {
        var tree = Tree("""
            関所町情報要綱

            第1条（管理）　管理は、次のとおりとする。
            (1) 次に掲げる物
            ア 端末
            (ア) 机の上の物
            (イ) 持ち歩く物
            イ 媒体
            (2) その他の物
            第2条（廃棄）　不要の物は、捨てる。
            """);
        tree.ShouldBe(["title", "art1 管理", "art1/item1", "art1/item1/sub1", "art1/item1/sub1/sub1", "art1/item1/sub1/sub2", "art1/item1/sub2", "art1/item2", "art2 廃棄"]);
    }

    [Fact]
    public void A_table_with_tabs_below_an_article()
    {
        var policy = PolicyParser.Parse("関所町基準\n\n第1 区分\n\n区分は、次の表のとおりとする。\n\n区分\t内容\n高\t外に出さない物\n\t鍵を掛ける物\n低\tその他の物\n\n第2 雑則\n\nほかは、別に定める。\n");
        policy.All.Select(c => c.Path + "|" + c.Caption + "|" + c.Text).ShouldBe([
            "title||関所町基準", "art1|区分|区分は、次の表のとおりとする。", "art1/table||", "art1/table/r0||区分 | 内容",
            "art1/table/r1|高|外に出さない物", "art1/table/r2|高|鍵を掛ける物", "art1/table/r3|低|その他の物", "art2|雑則|ほかは、別に定める。"]);
    }

    [Fact]
    public void A_number_printed_twice_keeps_both_clauses()
    {
        var tree = Tree("関所町要領\n\n第1条 甲は、出す。\n\n第2条 乙は、受ける。\n\n第2条 丙は、控える。\n\n第3条 丁は、送る。\n");
        tree[0].ShouldBe("title");
        tree.Count(t => t.StartsWith("art", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(3);
        tree.Distinct().Count().ShouldBe(tree.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    [InlineData("12\n\n13\n")]
    public void A_text_of_nothing_is_a_tree_of_nothing(string text) => PolicyParser.Parse(text).All.ShouldBeEmpty();

    [Fact]
    public void Plain_prose_is_one_preamble() => Tree("これは方針の文章である。番号はない。\n\n二つ目の段である。\n").ShouldBe(["pre/p1", "pre/p2"]);

    [Fact]
    public void A_sentence_in_brackets_is_not_cut_and_a_stray_bracket_stays_behind() =>
        SentenceSplitter.Split("甲（乙をいう。以下同じ。）は、出す。）丙は、受ける。丁").ShouldBe(["甲（乙をいう。以下同じ。）は、出す。）", "丙は、受ける。", "丁"]);

    [Fact]
    public void Long_texts_are_read_in_time_proportional_to_their_length()
    {
        var text = string.Concat(Enumerable.Range(1, 3000).Select(n => $"第{n}条 この条は、{n}番目の事を定める。\n\n(1) 甲\n\n(2) 乙\n\n"));
        PolicyParser.Parse("関所町規程\n\n" + text).All.Count.ShouldBe(1 + (3000 * 3));
    }

    private static List<string> Tree(string text) => [.. PolicyParser.Parse(text).All.Select(c => c.Caption.Length > 0 ? c.Path + " " + c.Caption : c.Path.ToString())];
}

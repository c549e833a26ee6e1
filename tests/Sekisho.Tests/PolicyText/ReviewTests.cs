using Sekisho.PolicyText;
using Sekisho.PolicyText.Review;

namespace Sekisho.Tests.PolicyText;

/// <summary>A person changes the tree the reader made; whatever was not touched keeps its path.</summary>
public sealed class ReviewTests
{
    private const string Text = "関所町規程\n\n（目的）\n第1条 この規程は、町を守る。甲は、出す。\n\n（扱い）\n第2条 次の物とする。\n(1) 台帳 棚の物をいう。\n(2) 届出 第3号の物をいう。\n\n（雑則）\n第3条 町長が定める。\n２ 課長が写す。\n";

    [Theory]
    [MemberData(nameof(Layouts.All), MemberType = typeof(Layouts))]
    public void An_untouched_review_is_the_tree_that_was_read(string name)
    {
        var policy = PolicyParser.Parse(Layouts.Text(name));
        var stored = ReviewJson.ReadTree(ReviewJson.Write(ReviewTree.Of(policy)));
        ClauseTsv.Write(stored.ToPolicy()).ShouldBe(ClauseTsv.Write(policy));
        stored.Open.Count.ShouldBe(policy.Uncertain.Count);
    }

    [Fact]
    public void A_clause_is_split_where_its_words_begin_and_nothing_else_is_renumbered()
    {
        var after = Edit(new(CutChange.Split, Id("art2/item1"), "物をいう"));
        Paths(after).ShouldBe(["title", "art1", "art2", "art2/item1", "art2/item1_2", "art2/item2", "art3", "art3/par1", "art3/par2"]);
        after.ToPolicy().All.Single(c => c.Path.ToString() == "art2/item1_2").Text.ShouldBe("物をいう。");
    }

    [Fact]
    public void Two_paragraphs_of_an_article_are_put_together_again()
    {
        var split = Edit(new(CutChange.Split, Id("art1"), "甲は"));
        Paths(split).Take(4).ShouldBe(["title", "art1", "art1/p1", "art1/p2"]);
        var joined = split.Apply(new(CutChange.Merge, split.Nodes[3].Id)).Value;
        Paths(joined).ShouldBe(Paths(Start()));
        joined.ToPolicy().All[1].Text.ShouldBe("この規程は、町を守る。甲は、出す。");
    }

    [Fact]
    public void A_clause_put_behind_the_one_before_keeps_its_words_and_its_number()
    {
        var after = Edit(new(CutChange.Merge, Id("art2/item2")));
        Paths(after).ShouldBe(["title", "art1", "art2", "art2/item1", "art3", "art3/par1", "art3/par2"]);
        after.ToPolicy().All.Single(c => c.Path.ToString() == "art2/item1").Text.ShouldBe("棚の物をいう。(2)　届出　第3号の物をいう。");
    }

    [Fact]
    public void An_article_that_was_none_becomes_a_paragraph_with_all_below_it()
    {
        Paths(Edit(new(CutChange.Relevel, Id("art3"), Level: ClauseLevel.Par))).ShouldBe(["title", "art1", "art2", "art2/item1", "art2/item2", "art2/par3", "art2/par3/par1", "art2/par3/par2"]);
        Paths(Edit(new(CutChange.Relevel, Id("art2/item2"), Level: ClauseLevel.Article)))[4].ShouldBe("art2_2");
    }

    [Fact]
    public void Deeper_and_shallower_change_the_level_where_the_parent_asks_for_it()
    {
        var deeper = Edit(new(CutChange.Deeper, Id("art2/item2")));
        Paths(deeper).ShouldContain("art2/item1/sub2");
        Paths(deeper.Apply(new(CutChange.Shallower, Id("art2/item2"))).Value).ShouldBe(Paths(Start()));
    }

    [Fact]
    public void Headings_become_text_and_text_becomes_headings()
    {
        var text = Edit(new(CutChange.MakeText, Id("art2/item1")));
        text.ToPolicy().All[3].Text.ShouldBe("台帳棚の物をいう。");
        var again = text.Apply(new(CutChange.MakeHeading, Id("art2/item1"), "台帳")).Value;
        (again.ToPolicy().All[3].Caption, again.ToPolicy().All[3].Text).ShouldBe(("台帳", "棚の物をいう。"));
    }

    [Fact]
    public void A_confirmed_cut_is_settled_and_alike_ones_with_it()
    {
        var tree = ReviewTree.Of(PolicyParser.Parse(Layouts.Text("kanji-numerals")));
        tree.Open.Count.ShouldBe(7);
        tree.Apply(new(CutChange.Confirm, tree.Open[0].Node)).Value.Open.Count.ShouldBe(6);
        tree.Apply(new(CutChange.Confirm, tree.Open[0].Node, Alike: true)).Value.Open.ShouldBeEmpty();
    }

    [Fact]
    public void What_cannot_be_done_says_why()
    {
        Start().Apply(new(CutChange.Merge, Id("title"))).Refusals[0].Stage.ShouldBe("review.impossible");
        Start().Apply(new(CutChange.Split, Id("art1"), "ありえない言葉")).Refusals[0].Stage.ShouldBe("review.impossible");
        Start().Apply(new(CutChange.Drop, 9_999)).Refusals[0].IsConflict.ShouldBeTrue();
    }

    [Fact]
    public void Any_sequence_of_acts_leaves_a_tree_with_unique_paths()
    {
        var random = new Random(4711);
        var tree = ReviewTree.Of(PolicyParser.Parse(Layouts.Text("outline-with-forms")));
        for (var i = 0; i < 400; i++)
        {
            var node = tree.Nodes[random.Next(tree.Nodes.Count)];
            var words = node.Text.Length > 4 ? node.Text[(node.Text.Length / 2)..] : "";
            var edit = new ReviewEdit((CutChange)random.Next(1, 8), node.Id, words, (ClauseLevel)random.Next(8, 17));
            if (tree.Apply(edit) is { IsOk: true } done) tree = done.Value;
            tree.ToPolicy().All.Count.ShouldBe(tree.Nodes.Count);
        }
    }

    private static ReviewTree Start() => ReviewTree.Of(PolicyParser.Parse(Text));
    private static ReviewTree Edit(ReviewEdit edit) => Start().Apply(edit).Value;
    private static int Id(string path) => Start().Nodes.Single(n => n.Read == path).Id;
    private static List<string> Paths(ReviewTree tree) => [.. tree.ToPolicy().All.Select(c => c.Path.ToString())];
}

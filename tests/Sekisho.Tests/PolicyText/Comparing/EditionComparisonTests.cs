using FsCheck;
using FsCheck.Fluent;
using Sekisho.Kernel.Clauses;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Comparing;

namespace Sekisho.Tests.PolicyText.Comparing;

public sealed class EditionComparisonTests
{
    private static readonly string[] Sentences =
    [
        "市は、情報資産を台帳に載せ、毎年度見直さなければならない。",
        "情報システム責任者は、電子メールの本文を文字だけに改めて渡す。",
        "職員等は、席を離れるときは画面を閉じ、書類を鍵の掛かる所に置かなければならない。",
        "監査担当は、この方針の守られ方を毎年度監査し、結果を報告する。",
        "業務を委託するときは、契約に秘密の保持及び事故の報告を定める。",
    ];

    private static ParsedPolicy Text(params string[] articles) =>
        PolicyParser.Parse("見本市の方針\n" + string.Concat(articles.Select((a, i) => $"第{i + 1}条 {a}\n")));

    [Fact]
    public void The_same_text_is_the_same_everywhere() =>
        EditionComparison.Compare(Text(Sentences), Text(Sentences)).ShouldAllBe(r => r.Kind == ChangeKind.Same && r.Likeness == 1);

    [Fact]
    public void An_article_put_in_front_only_moves_the_others()
    {
        var rows = Rows(Text(Sentences), Text(["この方針は、市民の信頼に応えるための基本を定める。", .. Sentences]));
        rows.Count(r => r.Kind == ChangeKind.Added).ShouldBe(1);
        rows.Where(r => r.Kind != ChangeKind.Added).ShouldAllBe(r => r.Kind == ChangeKind.Moved);
        Place(Text(Sentences), Text(["この方針は、市民の信頼に応えるための基本を定める。", .. Sentences]), "art4").ShouldBe("art5");
    }

    [Fact]
    public void A_changed_word_keeps_the_place() =>
        Rows(Text(Sentences), Text([Sentences[0], Sentences[1], Sentences[2], Sentences[3].Replace("毎年度", "半年ごとに", StringComparison.Ordinal), Sentences[4]])).Single(r => r.Kind != ChangeKind.Same).Kind.ShouldBe(ChangeKind.Changed);

    [Fact]
    public void A_repealed_article_is_removed_and_nothing_takes_its_place()
    {
        var newer = Text(Sentences[0], Sentences[2], Sentences[3], Sentences[4]);
        Rows(Text(Sentences), newer).Single(r => r.Kind == ChangeKind.Removed).Old[0].Path.ToString().ShouldBe("art2");
        Place(Text(Sentences), newer, "art2").ShouldBe("");
        Place(Text(Sentences), newer, "art5").ShouldBe("art4");
    }

    [Fact]
    public void Two_sentences_of_one_article_in_two_articles_are_a_split_and_back_a_merge()
    {
        string[] whole = [Sentences[0], Sentences[1] + Sentences[2], Sentences[3]], parts = [Sentences[0], Sentences[1], Sentences[2], Sentences[3]];
        var split = Rows(Text(whole), Text(parts)).Single(r => r.Kind == ChangeKind.Split);
        split.New.Select(c => c.Path.ToString()).ShouldBe(["art2", "art3"]);
        var merged = Rows(Text(parts), Text(whole)).Single(r => r.Kind == ChangeKind.Merged);
        merged.Old.Select(c => c.Path.ToString()).ShouldBe(["art2", "art3"]);
        Place(Text(parts), Text(whole), "art3").ShouldBe("art2");
    }

    [Fact]
    public void An_article_that_is_only_a_heading_goes_where_its_items_went()
    {
        var older = PolicyParser.Parse("方針\n第1条 目的を定める。\n第2条 次に掲げる。\n(1) " + Sentences[0] + "\n(2) " + Sentences[1] + "\n");
        var newer = PolicyParser.Parse("方針\n第1条 目的を定める。\n第2条 " + Sentences[4] + "\n第3条 次に掲げる。\n(1) " + Sentences[0] + "\n(2) " + Sentences[1] + "\n");
        new MovedPaths(older, newer).PlacesOf(ClauseRef.Parse("art2/item2")!.Value).Single().ToString().ShouldBe("art3/item2");
        new MovedPaths(older, newer).PlacesOf(ClauseRef.Parse("art2")!.Value).Single().ToString().ShouldBe("art3");
    }

    /// <summary>Every clause of both editions stands in exactly one row, however the articles are shuffled.</summary>
    [Fact]
    public void Nothing_is_lost() => Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var shuffled = Sentences.Where(_ => random.Next(4) > 0).OrderBy(_ => random.Next()).Append("新たに加えた条文である。").ToArray();
        var (older, newer) = (Text(Sentences), Text(shuffled));
        var rows = EditionComparison.Compare(older, newer);
        rows.SelectMany(r => r.Old).Select(c => c.Path).ShouldBe(older.All.Where(c => c.Text.Length > 0).Select(c => c.Path), ignoreOrder: true);
        rows.SelectMany(r => r.New).Select(c => c.Path).ShouldBe(newer.All.Where(c => c.Text.Length > 0).Select(c => c.Path), ignoreOrder: true);
    }).QuickCheckThrowOnFailure();

    private static IReadOnlyList<AlignedClauses> Rows(ParsedPolicy older, ParsedPolicy newer) => [.. EditionComparison.Compare(older, newer).Where(r => r.Old.Concat(r.New).All(c => c.Level == ClauseLevel.Article))];

    private static string Place(ParsedPolicy older, ParsedPolicy newer, string path) => string.Join(' ', new MovedPaths(older, newer).PlacesOf(ClauseRef.Parse(path)!.Value));
}

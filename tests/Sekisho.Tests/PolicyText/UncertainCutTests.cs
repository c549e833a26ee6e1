using Sekisho.PolicyText;

namespace Sekisho.Tests.PolicyText;

/// <summary>What the reader is not sure of is said with its line and what else it could be.</summary>
public sealed class UncertainCutTests
{
    [Fact]
    public void A_missing_number_is_told_where_it_is_missed() =>
        Read("関所町規程\n\n第1条 甲は、出す。\n\n第2条 乙は、受ける。\n\n第4条 丁は、送る。\n").ShouldBe(["art4 7 NumberSkipped"]);

    [Fact]
    public void A_number_printed_twice_is_told() =>
        Read("関所町規程\n\n第1条 甲は、出す。\n\n第2条 乙は、受ける。\n\n第2条 丁は、送る。\n").ShouldBe(["art3 7 NumberRepeated"]);

    [Fact]
    public void Headings_without_numbers_are_counted_and_told() =>
        Read("関所町方針\n\n目的\n\nこの方針は、町を守る。\n\n体制\n\n町長が統べる。\n\n見直し\n\n毎年見直す。\n").ShouldBe(["art1 3 Unnumbered", "art2 7 Unnumbered", "art3 11 Unnumbered"]);

    [Fact]
    public void A_paragraph_below_a_list_may_belong_to_its_last_item() =>
        Read("関所町規程\n\n第1条 次の物とする。\n(1) 甲をいう。\n(2) 乙をいう。\n\n　この場合は、控える。\n").ShouldContain("art1 7 OwnerGuessed");

    [Fact]
    public void A_number_on_a_line_of_its_own_is_told() =>
        Read("関所町規程\n\n第１条\n\n甲は、出す。\n\n２\n\n乙は、受ける。\n\n第２条\n\n丙は、送る。\n\n第３条\n\n丁は、書く。\n").ShouldBe(["art1/par2 7 LoneNumber"]);

    [Fact]
    public void Every_cut_names_a_clause_of_the_tree_and_says_what_else_it_could_be()
    {
        foreach (string name in Layouts.All)
        {
            var policy = PolicyParser.Parse(Layouts.Text(name));
            foreach (var cut in policy.Uncertain)
            {
                policy.Find(cut.Path).ShouldNotBeNull($"{name} {cut}");
                cut.Alternatives.ShouldNotBeEmpty();
                cut.Line.ShouldBeGreaterThan(0);
            }
        }
    }

    [Fact]
    public void A_regular_text_has_nothing_uncertain() => PolicyParser.Parse(Layouts.Text("chapters-and-180-articles")).Uncertain.ShouldBeEmpty();

    private static List<string> Read(string text) => [.. PolicyParser.Parse(text).Uncertain.Select(u => $"{u.Path} {u.Line} {u.Reason}")];
}

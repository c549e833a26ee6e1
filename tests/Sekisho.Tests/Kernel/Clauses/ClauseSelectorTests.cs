using Sekisho.Kernel.Clauses;

namespace Sekisho.Tests.Kernel.Clauses;

public sealed class ClauseSelectorTests
{
    private static readonly ClauseRef[] Tree = [.. new[] { "art1", "art2", "art2/item1", "art2/item2", "suppl" }.Select(p => ClauseRef.Parse(p)!.Value)];

    [Fact]
    public void A_list_with_a_star_selects_below_but_not_the_clause_itself()
    {
        var selector = ClauseSelector.Parse("art1; art2/*")!;
        Tree.Where(selector.Matches).Select(c => c.ToString()).ShouldBe(["art1", "art2/item1", "art2/item2"]);
    }

    [Fact]
    public void Places_without_a_clause_are_named() =>
        ClauseSelector.Parse("art1;art3;art1/*;suppl")!.Unresolved(Tree).ShouldBe(["art3", "art1/*"]);

    [Fact]
    public void A_list_with_a_wrong_path_is_refused() => ClauseSelector.Parse("art1;;art2").ShouldBeNull();
}

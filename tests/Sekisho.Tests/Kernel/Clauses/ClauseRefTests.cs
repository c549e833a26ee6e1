using FsCheck;
using FsCheck.Fluent;
using Sekisho.Kernel.Clauses;

namespace Sekisho.Tests.Kernel.Clauses;

public sealed class ClauseRefTests
{
    private static readonly Gen<ClauseSegment> Segment =
        from kind in Gen.Elements(Enum.GetValues<ClauseSegmentKind>())
        from counted in Gen.Elements(true, true, false)
        from number in Gen.Choose(0, 40)
        from branches in Gen.Choose(1, 5).ArrayOf().Select(b => b.Take(3).ToArray())
        select counted ? ClauseSegment.Of(kind, number, branches) : ClauseSegment.Of(kind);

    private static readonly Gen<ClauseRef> Path = from first in Segment from rest in Segment.ArrayOf() select ClauseRef.Of([first, .. rest.Take(5)]);

    [Fact]
    public void What_is_written_is_read_again() =>
        Prop.ForAll(Path.ToArbitrary(), p => ClauseRef.Parse(p.ToString()) == p && p.Segments.Select(s => s.ToString()).SequenceEqual(p.ToString().Split('/')))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_is_total_and_agrees_with_equality() =>
        Prop.ForAll(Path.ToArbitrary(), Path.ToArbitrary(), Path.ToArbitrary(), (a, b, c) =>
            Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a))
            && a.CompareTo(b) == 0 == (a == b)
            && (a.CompareTo(b) > 0 || b.CompareTo(c) > 0 || a.CompareTo(c) <= 0)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_parent_comes_first_and_contains_its_child() =>
        Prop.ForAll(Path.ToArbitrary(), Segment.ToArbitrary(), (p, s) =>
        {
            var child = p.Child(s);
            return p.CompareTo(child) < 0 && p.Contains(child) && !child.Contains(p) && child.Parent == p;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("art6/item3/sub1", "art6")]
    [InlineData("art2/par9", "art2")]
    [InlineData("art21_2/item1", "art21_2")]
    [InlineData("chap2/art3/par1", "chap2/art3")]
    [InlineData("intro/p4/item1", "intro")]
    [InlineData("suppl", "suppl")]
    [InlineData("meta1", "meta1")]
    public void The_article_of_a_clause(string path, string article) => ClauseRef.Parse(path)!.Value.Article.ToString().ShouldBe(article);

    [Theory]
    [InlineData("")]
    [InlineData("/art1")]
    [InlineData("art01")]
    [InlineData("art1_")]
    [InlineData("art1_0")]
    [InlineData("clause1")]
    [InlineData("ART1")]
    [InlineData("art１")]
    [InlineData("art1/")]
    [InlineData("art123456")]
    public void Anything_else_is_no_path(string text) => ClauseRef.Parse(text).ShouldBeNull();

    [Fact]
    public void Brothers_stand_by_number_not_by_letter()
    {
        string[] order = ["title", "pre", "art2", "art2/par1", "art2/par9", "art2/par10", "art9", "art10", "art10_2", "art10_2_2", "art10_3", "art11", "suppl"];
        order.Reverse().Select(p => ClauseRef.Parse(p)!.Value).Order().Select(p => p.ToString()).ShouldBe(order);
    }
}

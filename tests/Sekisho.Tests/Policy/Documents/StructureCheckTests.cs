using Sekisho.Policy.Documents;

namespace Sekisho.Tests.Policy.Documents;

public sealed class StructureCheckTests
{
    private static readonly Dictionary<string, int> Versions = new(StringComparer.Ordinal) { ["a"] = 3, ["b"] = 1, ["c"] = 1 };

    [Fact]
    public void A_standard_without_a_policy_above_it_is_an_orphan() => Check(Doc("a", "basic_policy"), Doc("b", "standards")).ShouldAllBe(f => f.OrphanCount == 1 && f.MissingParent == false);

    [Fact]
    public void A_parent_that_is_not_there_is_missing() => Check(Doc("a", "basic_policy"), Doc("b", "standards", "x"))[1].MissingParent.ShouldBe(true);

    [Fact]
    public void A_child_names_the_version_of_its_parent() => Check(Doc("a", "basic_policy"), Doc("b", "standards", "a"))[1].ParentVersion.ShouldBe("3");

    [Fact]
    public void Documents_in_a_circle_are_counted() => Check(Doc("a", "standards", "b"), Doc("b", "standards", "a"), Doc("c", "procedures", "a")).ShouldAllBe(f => f.CycleCount == 2);

    private static IReadOnlyList<Sekisho.Kernel.Facts.Policy.PolicyStructureVerified> Check(params DocumentRow[] documents) => StructureCheck.Facts(documents, Versions, DateTimeOffset.UnixEpoch);

    private static DocumentRow Doc(string id, string kind, string? parent = null) =>
        new() { Id = id, Kind = kind, Title = id, ParentId = parent, DisclosureClass = DocumentRow.Public, CreatedAt = DateTimeOffset.UnixEpoch };
}

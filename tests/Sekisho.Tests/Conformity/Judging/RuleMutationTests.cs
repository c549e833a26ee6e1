using Sekisho.Tests.Support;

namespace Sekisho.Tests.Conformity.Judging;

/// <summary>A truth table is worth what it notices: every wrong version of a rule must turn a case red.</summary>
public sealed class RuleMutationTests
{
    public static TheoryData<string> Controls() => [.. ContentFiles.Catalogue.Controls.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Controls))]
    public void A_wrong_rule_turns_a_case_red(string id)
    {
        var control = ContentFiles.Catalogue[id];
        control.Rule.ShouldNotBeNull().IsBuilt.ShouldBeTrue();
        var cases = RuleCase.Of(id);
        RuleMutation.Of(control).Where(m => cases.All(c => c.Case.Wrong(c.Case.Judge(m.Control, m.Parameters)) is null)).Select(m => m.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_control_of_the_shared_list_is_mutated() => ContentFiles.Catalogue.Controls.Count.ShouldBe(128);

    [Fact]
    public void A_table_without_the_far_side_of_a_bound_is_noticed()
    {
        var control = ContentFiles.Catalogue["ORG-02"];
        var near = RuleCase.Of("ORG-02").Where(c => c.Name != "overdue").ToList();
        RuleMutation.Of(control).Any(m => near.All(c => c.Case.Wrong(c.Case.Judge(m.Control, m.Parameters)) is null)).ShouldBeTrue();
    }
}

using Sekisho.Conformity.Packs;
using Sekisho.Conformity.Rules;
using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Conformity.Judging;

/// <summary>The forms that compare times, shares and lists, one at a time on small rules.</summary>
public sealed class RuleFormTests
{
    [Theory]
    [InlineData("@-11d", "@-10d", true)]
    [InlineData("@-10d", "@-10d", true)]
    [InlineData("@-9d", "@-10d", false)]
    public void A_join_asks_for_the_order_of_two_facts(string selected, string signed, bool before)
    {
        const string set = "{ fact: contractor.selected, with: [{ set: other, on: { contract_id: contract_id }, not_after: { selected_on: signed_on } }] }";
        Holds(set, "{ fact: contract.registered }", f => f.Add("contractor.selected", ("contract_id", "k"), ("selected_on", selected)).Add("contract.registered", ("contract_id", "k"), ("signed_on", signed))).ShouldBe(before);
        Holds(set, "{ fact: contract.registered }", f => f.Add("contractor.selected", ("contract_id", "k"), ("selected_on", selected)).Add("contract.registered", ("contract_id", "x"), ("signed_on", signed))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("@-5d", false)] // Wednesday noon to Monday noon: three working days
    [InlineData("@-6d", true)]
    public void A_span_may_be_added_in_working_days(string reported, bool late) => Holds(
        "{ fact: cable.damage.closed, with: [{ set: other, on: { damage_id: damage_id }, after: { at: at }, plus: 3営業日 }] }", "{ fact: cable.damage.reported }",
        f => f.Add("cable.damage.reported", ("damage_id", "d"), ("site_id", "s"), ("at", reported)).Add("cable.damage.closed", ("damage_id", "d"), ("site_id", "s"), ("at", "@0d"))).ShouldBe(late);

    [Fact]
    public void An_order_of_time_needs_no_equal_field() => Holds(
        "{ fact: zone.defined, with: [{ set: other, after: { defined_at: at } }] }", "{ fact: zone.design.decided }",
        f => f.Add("zone.design.decided", ("decision_id", "d"), ("at", "@-3d")).Add("zone.defined", ("zone_code", "Z_INET"), ("defined_at", "@-2d"))).ShouldBeTrue();

    [Theory]
    [InlineData("@-14d", "14日", false)]
    [InlineData("@-15d", "14日", true)]
    [InlineData("@0d", "P0D", false)]
    [InlineData("@-1d", "P0D", true)]
    public void A_bare_day_is_compared_by_its_day(string due, string span, bool older) => Holds(
        "{ fact: audit.planned, where: [{ field: due_on, older: " + span + " }] }", null, f => f.Add("audit.planned", ("audit_id", "a"), ("due_on", due))).ShouldBe(older);

    [Fact]
    public void Spans_are_added() => Holds(
        "{ fact: audit.performed, where: [{ field: to, within: [1年, 90日] }] }", null, f => f.Add("audit.performed", ("audit_id", "a"), ("to", "@-455d"))).ShouldBeTrue();

    [Theory]
    [InlineData("70", true)]
    [InlineData("69", false)]
    public void A_number_may_be_a_share_of_another(string read, bool enough) => Holds(
        "{ fact: awareness.delivered, where: [{ field: read_count, at_least: 70%, of: target_count }] }", null, f => f.Add("awareness.delivered", ("item_id", "i"), ("read_count", read), ("target_count", "100"))).ShouldBe(enough);

    [Fact]
    public void A_share_of_nothing_is_no_number() => Holds(
        "{ fact: awareness.delivered, where: [{ field: read_count, below: 70%, of: target_count }] }", null, f => f.Add("awareness.delivered", ("item_id", "i"), ("read_count", "0"), ("target_count", "0"))).ShouldBeFalse();

    [Fact]
    public void A_list_is_looked_at_item_by_item()
    {
        const string set = "{ fact: audit.performed, each: finding_ids, without: [{ set: other, on: { finding_ids: source_ref } }] }";
        Func<FactBuilder, FactBuilder> two = f => f.Add("audit.performed", ("audit_id", "a"), ("finding_ids", "x,y")).Add("corrective.opened", ("case_id", "c"), ("source_ref", "x"));
        Holds(set, "{ fact: corrective.opened }", two).ShouldBeTrue();
        Holds(set, "{ fact: corrective.opened }", f => two(f).Add("corrective.opened", ("case_id", "d"), ("source_ref", "y"))).ShouldBeFalse();
    }

    [Fact]
    public void An_item_with_a_value_is_a_name_and_a_value() => Holds(
        "{ fact: clause.verdict.computed, each: control_verdicts, where: [{ field: control_verdicts, is: SAN-01 }, { field: value, is: partial }] }", null,
        f => f.Add("clause.verdict.computed", ("path", "art1"), ("control_verdicts", "ACC-04=conforming,SAN-01=partial"))).ShouldBeTrue();

    [Fact]
    public void A_span_of_minutes_is_a_number_of_seconds() => Holds(
        "{ fact: replication.measured, where: [{ field: lag_max_s, above: 15分 }] }", null, f => f.Add("replication.measured", ("system_id", "s"), ("lag_max_s", "901"))).ShouldBeTrue();

    /// <summary>Whether the set has a fact, as a city-wide rule over it would find.</summary>
    private static bool Holds(string set, string? other, Func<FactBuilder, FactBuilder> facts)
    {
        var problems = new List<PackProblem>();
        var rule = RuleReader.Read(new PackFile("_shared/rules/ORG-02.yaml", $$"""
            control: ORG-02
            reason: r
            sets:
              mine: {{set}}
            {{(other is null ? "" : "  other: " + other)}}
            verdicts:
              - { verdict: conforming, when: { some: mine }, say: 在る }
            """), problems);
        problems.ShouldBeEmpty();
        var control = ContentFiles.Catalogue["ORG-02"] with { Rule = rule };
        return new RuleCase().Judge(control, [], facts(new FactBuilder(RuleCase.AsOf)).Records).City.Verdict == Verdict.Conforming;
    }
}

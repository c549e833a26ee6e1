using Sekisho.Conformity.Judging;
using Sekisho.Conformity.Packs;
using Sekisho.Conformity.Rules;
using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Conformity.Judging;

/// <summary>The rules all controls share.</summary>
public sealed class CommonRuleTests
{
    private static FactBuilder Facts => new(RuleCase.AsOf);
    private static FactBuilder Vacant => Facts.Add("org.role.appointed", ("role_code", "CISO"), ("person_id", "p"), ("valid_from", "@-9d"), ("valid_to", "@-3d")).Add("org.role.vacant", ("role_code", "CISO"), ("since", "@-3d"));
    private static FactBuilder Held => Facts.Add("org.role.appointed", ("role_code", "CISO"), ("person_id", "p"), ("basis", "post"), ("valid_from", "@-9d"));

    [Fact]
    public void A_control_whose_fact_has_no_producer_is_unknown_and_names_it()
    {
        var result = SmallPack.Judge("SAN-04", []).Controls["SAN-04"];
        result.City.Verdict.ShouldBe(Verdict.Unknown);
        result.Common!.Key.ShouldBe(ReasonKeys.NoProducer);
        result.Common.MissingFacts.ShouldContain("transfer.requested");
    }

    [Fact]
    public void A_setting_decides_before_a_missing_producer()
    {
        var off = Judge(SmallPack.With(new() { ["password.rotation"] = "false" }, ("ACC-05", Strength.Must)), Facts);
        off.Controls["ACC-05"].City.Verdict.ShouldBe(Verdict.NotApplicable);
        off.Controls["ACC-05"].Common!.Because.ShouldBe(NotApplicableReason.NoDuty);
        Judge(SmallPack.With(new() { ["password.rotation"] = "true" }, ("ACC-05", Strength.Must)), Facts).Controls["ACC-05"].City.Verdict.ShouldBe(Verdict.Unknown);
        Judge(SmallPack.Of(("ACC-05", Strength.Must)), Facts).Controls["ACC-05"].City.Verdict.ShouldBe(Verdict.Unknown);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("text", true)]
    [InlineData("confirmed", false)]
    public void What_the_text_lays_on_nobody_waits_until_a_person_has_confirmed_the_role(string? state, bool open)
    {
        var pack = SmallPack.Of(("ORG-03", Strength.Must));
        pack = pack with { Obligations = [.. pack.Obligations.Select(o => o with { RoleState = RoleState.Proposal })] };
        Judge(pack, state is null ? Held : Held.Add("org.role.mapped", ("local_name", "責任者"), ("role_code", "CISO"), ("confirm_state", state))).Obligations.Single().IsRoleOpen.ShouldBe(open);
        Judge(SmallPack.Of(("ORG-03", Strength.Must)), Held).Obligations.Single().IsRoleOpen.ShouldBeFalse("the text names the role");
    }

    [Fact]
    public void A_fact_only_for_the_list_does_not_stop_the_verdict_and_is_told()
    {
        var result = SmallPack.Judge("ACC-04", Facts.Add("idp.password.policy.enforced", ("system_id", "s"), ("min_length", "12"), ("blocklist", "true"), ("enforced", "true")).Records).Controls["ACC-04"];
        result.City.Verdict.ShouldBe(Verdict.Conforming);
        result.UnlistedFacts.ShouldBe(["asset.registered"]);
    }

    [Theory]
    [InlineData("conforming", Verdict.NonConforming)]
    [InlineData("non_conforming", Verdict.NonConforming)]
    public void A_statement_does_not_raise_a_vacancy(string asserted, Verdict expected) =>
        Judge(SmallPack.Of(("ORG-03", Strength.Must)), Stated(Vacant, "ORG-03", "MAYOR", asserted)).Controls["ORG-03"].City.Verdict.ShouldBe(expected);

    [Theory]
    [InlineData("MAYOR", "@+10d", "partial", Verdict.Partial)]
    [InlineData("MAYOR", "@0d", "partial", Verdict.Conforming)]
    [InlineData("CISO", "@+10d", "partial", Verdict.Conforming)]
    [InlineData("MAYOR", "@+10d", "exception", Verdict.Conforming)]
    public void A_statement_lowers_only_from_its_role_and_within_its_time(string role, string until, string asserted, Verdict expected)
    {
        var result = Judge(SmallPack.Of(("ORG-03", Strength.Must)), Stated(Held, "ORG-03", role, asserted, until)).Controls["ORG-03"];
        result.City.Verdict.ShouldBe(expected);
        result.City.IsStatement.ShouldBe(expected == Verdict.Partial);
        result.Targets[0].Measured.ShouldBe(Verdict.Conforming);
    }

    [Fact]
    public void Where_nothing_can_be_measured_the_statement_stands_and_is_marked()
    {
        var control = ContentFiles.Catalogue["BCP-01"];
        var result = Judge(SmallPack.Of(("BCP-01", Strength.Must)), Stated(Facts, "BCP-01", control.Attests.Value, "conforming")).Controls["BCP-01"];
        result.City.ShouldBe(new Cell(Verdict.Conforming, 1, 1, true));
    }

    [Theory]
    [InlineData("D-1", "@+30d", "ORG-07", true, Verdict.Exception)]
    [InlineData("", "@+30d", "ORG-07", true, Verdict.NonConforming)]
    [InlineData("D-1", "@0d", "ORG-07", true, Verdict.NonConforming)]
    [InlineData("D-1", "@+30d", "ORG-09", true, Verdict.NonConforming)]
    [InlineData("D-1", "@+30d", "ORG-07", false, Verdict.NonConforming)]
    public void An_exception_needs_resolution_end_and_holding_compensation(string decision, string until, string compensation, bool enabled, Verdict expected)
    {
        var facts = Vacant.Add("org.role.appointed", ("role_code", "SYS_OWNER"), ("person_id", "o"), ("valid_from", "@-9d")).Add("org.role.appointed", ("role_code", "SYS_ADMIN"), ("person_id", "a"), ("valid_from", "@-9d"))
            .Add("committee.decision.made", ("decision_id", "D-1"), ("result", "adopted"), ("quorum_met", "true"))
            .Add("exception.granted", ("exception_id", "e1"), ("decision_id", decision), ("control_ids", "ORG-03"), ("compensation_control_ids", compensation), ("valid_from", "@-1d"), ("valid_to", until));
        var pack = SmallPack.With(new() { ["exception.enabled"] = enabled ? "true" : "false" }, ("ORG-03", Strength.Must));
        Judge(pack, facts).Controls["ORG-03"].City.Verdict.ShouldBe(expected);
        if (expected != Verdict.Exception) return;
        facts.Add("exception.expired", ("exception_id", "e1"), ("cause", "revoked"));
        Judge(pack, facts).Controls["ORG-03"].City.Verdict.ShouldBe(Verdict.NonConforming);
    }

    [Theory]
    [InlineData(Strength.Must, Verdict.NonConforming, false)]
    [InlineData(Strength.Prohibit, Verdict.NonConforming, false)]
    [InlineData(Strength.Should, Verdict.Partial, true)]
    [InlineData(Strength.May, Verdict.Partial, true)]
    [InlineData(Strength.Scope, Verdict.Unknown, false)]
    [InlineData(Strength.Definition, Verdict.Unknown, false)]
    public void The_strength_of_a_duty_decides_what_a_failure_means(Strength strength, Verdict expected, bool unmet)
    {
        var article = Judge(SmallPack.Of(("ORG-03", strength)), Vacant).Articles.Single();
        article.City.Verdict.ShouldBe(expected);
        article.IsRecommendationUnmet.ShouldBe(unmet);
    }

    [Fact]
    public void A_declaration_is_kept_by_its_version()
    {
        Judge(SmallPack.Of(("ORG-01", Strength.Declaration)), Facts).Articles.Single().City.Verdict.ShouldBe(Verdict.Unknown);
        Judge(SmallPack.Of(("ORG-01", Strength.Declaration)), Facts.Add("policy.version.published", ("doc_id", "d"))).Articles.Single().City.Verdict.ShouldBe(Verdict.Conforming);
    }

    [Fact]
    public void An_article_is_as_good_as_its_worst_duty()
    {
        var article = Judge(SmallPack.Of(("ORG-03", Strength.Must), ("ORG-07", Strength.Must)), Held).Articles.Single();
        article.City.ShouldBe(new Cell(Verdict.Unknown, 1, 2, false));
    }

    [Fact]
    public void The_check_of_the_checks_is_left_out_of_what_it_reads()
    {
        var article = Judge(SmallPack.Of(("OPS-02", Strength.Must), ("ORG-03", Strength.Must)), Held).Articles.Single();
        article.City.Verdict.ShouldBe(Verdict.Unknown);
        article.Base.ShouldBe(Verdict.Conforming);
        Judge(SmallPack.Of(("OPS-02", Strength.Must)), Held).Articles.Single().Base.ShouldBeNull();
    }

    [Fact]
    public void Units_get_the_cells_of_unit_controls_only()
    {
        var facts = Held.Add("org.unit.recorded", ("unit_id", "u1"), ("organ_code", "o1"), ("unit_class", "department"), ("valid_from", "@-9d"));
        var article = Judge(SmallPack.Of(("ORG-03", Strength.Must), ("ORG-04", Strength.Must)), facts).Articles.Single();
        article.Units["u1"].Verdict.ShouldBe(Verdict.NonConforming);
        article.Organs["o1"].Verdict.ShouldBe(Verdict.NonConforming);
        Judge(SmallPack.Of(("ORG-03", Strength.Must)), facts).Articles.Single().Units.ShouldBeEmpty();
    }

    [Fact]
    public void A_city_may_set_its_own_bound()
    {
        var facts = Held.Add("org.role.mapped", ("local_name", "甲"), ("role_code", "CISO")).Add("org.role.vacant", ("role_code", "CISO"), ("since", "@-10d"));
        var pack = SmallPack.Of(("ORG-02", Strength.Must));
        Judge(pack, facts).Controls["ORG-02"].City.Verdict.ShouldBe(Verdict.Partial);
        Judge(pack with { Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["ORG-02.vacancy_grace"] = "7日" } }, facts).Controls["ORG-02"].City.Verdict.ShouldBe(Verdict.NonConforming);
    }

    [Fact]
    public void Every_shipped_pack_is_judged_without_a_fact_and_nothing_conforms()
    {
        foreach (var code in new[] { "MTK", "TCG", "MIT", "NBR", "KTG", "SKS" })
            Judge(ContentFiles.Pack(code), Facts).Articles.ShouldAllBe(a => a.City.Verdict == Verdict.Unknown || a.City.Verdict == Verdict.NotApplicable);
    }

    private static FactBuilder Stated(FactBuilder facts, string control, string role, string asserted, string until = "@+10d") =>
        facts.Add("attestation.signed", ("control_id", control), ("role_code", role), ("asserted", asserted), ("valid_to", until));

    private static JudgeResult Judge(Pack pack, FactBuilder facts) => Sekisho.Conformity.Judging.Judge.Compute(SmallPack.Input(pack, facts.Records));
}

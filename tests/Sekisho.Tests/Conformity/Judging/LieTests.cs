using Sekisho.Conformity.Packs;
using Sekisho.Kernel.Verdicts;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Conformity.Judging;

/// <summary>Attempts to make the board greener than the city is. None may succeed; where the lie starts from a green cell, the honest facts are shown green first.</summary>
public sealed class LieTests
{
    [Theory]
    [InlineData("ORG-03", "ok", "valid_to", "2026-06-15")]
    [InlineData("ACC-07", "both", "valid_to", "2026-06-15")]
    [InlineData("HRS-05", "permitted", "valid_to", "2026-06-15")]
    [InlineData("INC-03", "exercised", "valid_to", "2026-06-15")]
    [InlineData("CLD-03", "allowed", "valid_to", "2026-06-15")]
    public void An_expired_fact_is_no_evidence(string control, string green, string field, string day)
    {
        var given = Green(control, green);
        var expired = given.Records.Select(r => r.Has("valid_from") || r.Name == "plan.approved" ? r with { Payload = With(r.Payload, field, day) } : r);
        given.Judge(ContentFiles.Catalogue[control], [], expired).City.Verdict.ShouldNotBe(Verdict.Conforming);
    }

    [Theory]
    [InlineData("ORG-04", "all", "unit_id")]
    [InlineData("AUD-01", "in-interval", "unit_id")]
    [InlineData("AST-02", "complete", "asset_id")]
    [InlineData("TEC-11", "passed", "system_id")]
    [InlineData("OUT-01", "before", "contract_id")]
    [InlineData("PHY-01", "inspected", "site_id")]
    public void Evidence_of_another_unit_or_thing_is_none(string control, string green, string subject)
    {
        var given = Green(control, green);
        var listed = ContentFiles.Catalogue[control].Rule!.Targets!.Sets.SelectMany(s => Sekisho.Conformity.Rules.RuleCheck.Roots(ContentFiles.Catalogue[control].Rule!, ContentFiles.Catalogue[control].Rule!.Sets[s])).ToHashSet(StringComparer.Ordinal);
        var moved = given.Records.Select(r => listed.Contains(r.Name) || !r.Has(subject) ? r : r with { Payload = With(r.Payload, subject, "elsewhere"), Targets = [new(r.Targets[0].Kind, "elsewhere")] });
        given.Judge(ContentFiles.Catalogue[control], [], moved).Targets.ShouldAllBe(t => t.Verdict != Verdict.Conforming);
    }

    [Theory]
    [InlineData("SAN-01", "probe-failed")]
    [InlineData("SAN-01", "probe-silent")]
    [InlineData("SAN-02", "probe-failed")]
    [InlineData("ZON-03", "failed")]
    [InlineData("TEC-11", "error")]
    public void A_statement_does_not_cover_a_failed_probe(string control, string failed)
    {
        var known = ContentFiles.Catalogue[control];
        var given = RuleCase.Of(control).Single(c => c.Name == failed).Case;
        var statement = new FactBuilder(RuleCase.AsOf).Add(Control.StatementFact, ("control_id", control), ("role_code", known.Attests.Value), ("asserted", "conforming"), ("valid_to", "@+90d"))
            .Records.Single() with { Leaf = given.Records.Count };
        given.Judge(known, [], [.. given.Records, statement]).Targets.ShouldContain(t => t.Verdict == Verdict.Unmeasurable);
        given.Judge(known, [], [.. given.Records, statement]).City.Verdict.ShouldBeOneOf(Verdict.Unmeasurable, Verdict.NonConforming);
    }

    [Theory]
    [InlineData("adopted", "true", Verdict.Exception)]
    [InlineData("adopted", "false", Verdict.NonConforming)]
    [InlineData("rejected", "true", Verdict.NonConforming)]
    [InlineData(null, null, Verdict.NonConforming)]
    public void An_exception_without_a_valid_resolution_excuses_nothing(string? result, string? quorum, Verdict expected)
    {
        var facts = new FactBuilder(RuleCase.AsOf).Add("org.role.vacant", ("role_code", "CISO"), ("since", "@-30d"))
            .Add("org.role.appointed", ("role_code", "SYS_OWNER"), ("person_id", "o"), ("valid_from", "@-9d")).Add("org.role.appointed", ("role_code", "SYS_ADMIN"), ("person_id", "a"), ("valid_from", "@-9d"))
            .Add("exception.granted", ("exception_id", "e"), ("decision_id", "D"), ("control_ids", "ORG-03"), ("compensation_control_ids", "ORG-07"), ("valid_from", "@-1d"), ("valid_to", "@+30d"));
        if (result is not null) facts.Add("committee.decision.made", ("decision_id", "D"), ("result", result), ("quorum_met", quorum!));
        var pack = SmallPack.With(new() { ["exception.enabled"] = "true" }, ("ORG-03", Strength.Must), ("ORG-07", Strength.Must));
        Sekisho.Conformity.Judging.Judge.Compute(SmallPack.Input(pack, facts.Records)).Controls["ORG-03"].City.Verdict.ShouldBe(expected);
    }

    [Fact]
    public void What_is_dated_ahead_counts_only_when_its_time_has_come()
    {
        var facts = new FactBuilder(RuleCase.AsOf).Add("org.role.appointed", RuleCase.AsOf.AddHours(1), ("role_code", "CISO"), ("person_id", "p"), ("valid_from", "@-1d"));
        SmallPack.Judge("ORG-03", facts.Records).Controls["ORG-03"].City.Verdict.ShouldBe(Verdict.Unknown);
    }

    [Theory]
    [InlineData("SAN-01", "ok", 1)]
    [InlineData("TEC-03", "flowing", 48)]
    [InlineData("ZON-03", "both", 48)]
    [InlineData("OPS-01", "watched", 1)]
    [InlineData("ZON-09", "reporting", 1)]
    [InlineData("TEC-01", "running", 48)]
    [InlineData("ACC-04", "twelve", 72)]
    public void A_source_that_falls_silent_loses_its_green(string control, string green, int hours)
    {
        var given = Green(control, green);
        var known = ContentFiles.Catalogue[control];
        var catalogue = new ControlCatalogue([known], new HashSet<string>(StringComparer.Ordinal), Sekisho.Kernel.Digest.OfText(control));
        var later = SmallPack.Input(SmallPack.Of((control, Strength.Must)), given.Records, RuleCase.AsOf.AddHours(hours)) with { Catalogue = catalogue };
        Sekisho.Conformity.Judging.Judge.Compute(later).Controls[control].Targets.ShouldAllBe(t => t.Verdict != Verdict.Conforming);
    }

    /// <summary>The case of this name, which is green as it stands.</summary>
    private static RuleCase Green(string control, string name)
    {
        var given = RuleCase.Of(control).Single(c => c.Name == name).Case;
        given.Judge(control).Targets.ShouldContain(t => t.Verdict == Verdict.Conforming);
        return given;
    }

    private static Dictionary<string, object> With(IReadOnlyDictionary<string, object> payload, string field, string value) => new(payload, StringComparer.Ordinal) { [field] = value };
}

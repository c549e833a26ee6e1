using FsCheck;
using FsCheck.Fluent;
using Sekisho.Conformity.Judging;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;
using Sekisho.Kernel.Verdicts;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Conformity.Judging;

public sealed class JudgePropertyTests
{
    private static readonly Pack All = SmallPack.Of([.. RandomFacts.Controls.Select(c => (c, Strength.Must))]);
    private static readonly Config Enough = Config.QuickThrowOnFailure.WithMaxTest(150);

    [Fact]
    public void Unrelated_facts_never_change_a_verdict() => Prop.ForAll(RandomFacts.Histories(), plans =>
    {
        var facts = RandomFacts.Build(plans).Records;
        foreach (var control in RandomFacts.Controls)
        {
            var read = ContentFiles.Catalogue[control].Rule!.FactNames.Append("org.unit.recorded").Append("org.target.assigned").ToHashSet(StringComparer.Ordinal);
            var related = facts.Where(f => read.Contains(f.Name)).ToList();
            Words(SmallPack.Judge(control, related)).ShouldBe(Words(SmallPack.Judge(control, facts)));
        }
    }).Check(Enough);

    [Fact]
    public void Audit_records_are_never_read() => Prop.ForAll(RandomFacts.Histories(), plans =>
    {
        var facts = RandomFacts.Build(plans).Records;
        var audits = facts.Select(f => f with { Leaf = f.Leaf + facts.Count, Id = new Guid((int)f.Leaf + 1000, 0, 0, new byte[8]), IsFact = false });
        Words(Of([.. facts, .. audits])).ShouldBe(Words(Of(facts)));
    }).Check(Enough);

    [Fact]
    public void The_same_facts_give_the_same_answer_however_they_arrive() => Prop.ForAll(RandomFacts.Histories(statements: true), plans =>
    {
        var facts = RandomFacts.Build(plans).Records;
        var piecemeal = new FactIndex();
        foreach (var fact in facts) piecemeal.Add([fact]);
        var again = Judge.Compute(SmallPack.Input(All, facts) with { Facts = piecemeal });
        Words(again).ShouldBe(Words(Of(facts)));
        again.InputDigest.ShouldBe(Of(facts).InputDigest);
    }).Check(Enough);

    [Fact]
    public void An_update_says_what_a_whole_computation_says() => Prop.ForAll(RandomFacts.Histories(statements: true), plans =>
    {
        var facts = RandomFacts.Build(plans).Records;
        var half = facts.Take(facts.Count / 2).ToList();
        var arrived = facts.Skip(half.Count).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        Words(Judge.Update(SmallPack.Input(All, facts), Of(half), arrived)).ShouldBe(Words(Of(facts)));
        Words(Judge.Compute(SmallPack.Input(All, facts) with { Facts = FactIndex.Of(facts).Before(half.Count) })).ShouldBe(Words(Of(half)));
    }).Check(Enough);

    [Fact]
    public void An_appointment_that_ended_makes_nothing_conform() => Prop.ForAll(RandomFacts.Histories(), plans =>
    {
        var ended = plans.Where(p => p.Name != "org.role.vacant").SelectMany(p => p.Name == "org.role.appointed" ? new[] { p } : [p]).ToList();
        var builder = new FactBuilder(RuleCase.AsOf);
        foreach (var plan in ended.OrderByDescending(p => p.MinutesAgo))
        {
            var fields = RandomFacts.Fields(plan).Where(f => f.Item1 != "valid_to");
            builder.Add(plan.Name, RuleCase.AsOf.AddMinutes(-plan.MinutesAgo), plan.Name == "org.role.appointed" ? fields.Append(("valid_to", "@0d")) : fields);
        }
        var results = Of(builder.Records).Controls;
        foreach (var control in new[] { "ORG-03", "ORG-04", "ORG-05", "ORG-06", "ORG-07", "ORG-08", "ORG-09", "ORG-15" })
            results[control].Targets.ShouldAllBe(t => t.Verdict != Verdict.Conforming);
    }).Check(Enough);

    [Fact]
    public void A_statement_never_raises_what_was_measured_and_stops_at_its_end() => Prop.ForAll(RandomFacts.Histories(statements: true), plans =>
    {
        var facts = RandomFacts.Build(plans).Records;
        var bare = Of(facts.Where(f => f.Name != Control.StatementFact)).Controls;
        foreach (var (id, result) in Of(facts).Controls)
            foreach (var target in result.Targets)
            {
                var before = bare[id].Targets.Single(t => t.Target == target.Target).Verdict;
                (target.Verdict <= before).ShouldBeTrue();
                (target.Statement is null).ShouldBe(target.Verdict == before);
                if (target.Statement is { } statement) (statement.Date("valid_to") > JapanTime.Day(RuleCase.AsOf)).ShouldBeTrue();
            }
    }).Check(Enough);

    [Fact]
    public void The_city_is_never_better_than_its_worst_unit_where_the_worst_counts() => Prop.ForAll(RandomFacts.Histories(), plans =>
    {
        foreach (var result in Of(RandomFacts.Build(plans).Records).Controls.Values.Where(r => r.Control.Rollup.Kind == RollupKind.Worst))
            foreach (var unit in result.Units.Values.Where(u => u.Verdict != Verdict.NotApplicable)) (result.City.Verdict <= unit.Verdict).ShouldBeTrue();
    }).Check(Enough);

    [Fact]
    public void Every_cell_counts_no_more_good_ones_than_there_are() => Prop.ForAll(RandomFacts.Histories(), plans =>
    {
        foreach (var article in Of(RandomFacts.Build(plans).Records).Articles)
            foreach (var cell in article.Units.Values.Append(article.City)) (cell.Good <= cell.Total).ShouldBeTrue();
    }).Check(Enough);

    private static JudgeResult Of(IEnumerable<SealedRecord> facts) => Judge.Compute(SmallPack.Input(All, facts));

    private static List<string> Words(JudgeResult result) =>
        [.. result.Controls.OrderBy(c => c.Key, StringComparer.Ordinal).SelectMany(c => c.Value.Targets.Select(t =>
            $"{c.Key} {t.Target} {t.Verdict} {t.Reason.Key} {t.Reason.Sentence} {string.Join(',', t.Reason.Evidence.Select(e => e.Id))} {c.Value.City}"))];
}

using Sekisho.Conformity.Judging;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Conformity.Judging;

/// <summary>What the passing of time alone will change, and the rule of a control in words.</summary>
public sealed class OutlookTests
{
    private static FactBuilder Facts => new(RuleCase.AsOf);
    private static DateOnly Today => JapanTime.Day(RuleCase.AsOf);

    [Theory]
    [InlineData("@+10d", 10)]
    [InlineData("@+1d", 1)]
    [InlineData("@+45d", 45)]
    [InlineData("@+90d", 90)]
    [InlineData("@+91d", null)]
    public void The_end_of_a_term_is_told_for_its_day(string end, int? days)
    {
        var facts = Facts.Add("org.role.appointed", ("role_code", "CISO"), ("person_id", "p"), ("basis", "post"), ("valid_from", "@-9d"), ("valid_to", end));
        var turns = Turns(SmallPack.Of(("ORG-03", Strength.Must), ("ORG-07", Strength.Must)), facts);
        turns.Select(t => (t.Control.Id, t.From, t.To, t.On)).ShouldBe(days is { } n ? [("ORG-03", Verdict.Conforming, Verdict.Unknown, Today.AddDays(n))] : []);
    }

    [Fact]
    public void A_review_falls_due_and_a_source_that_must_speak_is_told_for_tomorrow()
    {
        var turns = Turns("ACC-01", "reviewed");
        turns.Single().To.ShouldBe(Verdict.Unmeasurable, "two days without a comparison are silence, long before the review is late");
        turns.Single().On.ShouldBe(Today.AddDays(2));
        Turns("SAN-01", "ok").Single().On.ShouldBeLessThanOrEqualTo(Today.AddDays(1));
    }

    [Fact]
    public void Every_rule_can_be_read_and_the_line_that_decided_is_the_only_one_marked()
    {
        foreach (var control in ContentFiles.Catalogue.Controls)
        {
            RuleInWords.Sentence(control, n => control.Parameters[n].Default).ShouldNotContain("{", Case.Sensitive, control.Id);
            foreach (var (name, given) in RuleCase.Of(control.Id).Take(3))
            {
                var judged = given.Judge(control.Id);
                if (judged.Common is not null) continue;
                var steps = RuleInWords.Steps(control, judged.Targets[0].Reason.Key, n => control.Parameters[n].Default);
                steps.ShouldAllBe(s => !s.Sentence.Contains('{') && s.Sentence.Length > 0, control.Id);
                if (judged.Targets[0].Reason.Key == ReasonKeys.NoClause) steps.ShouldAllBe(s => s.State == RuleStepState.NotMet);
                else steps.Single(s => s.State == RuleStepState.Decided).Verdict.ShouldBe(judged.Targets[0].Measured, control.Id + " " + name);
                steps.Select(s => s.State).ShouldBe(steps.Select(s => s.State).OrderBy(s => s), control.Id + ": what was tried stands before what was not");
            }
        }
    }

    [Fact]
    public void A_look_at_an_earlier_state_neither_grows_nor_takes_records()
    {
        var facts = Facts.Add("org.role.appointed", ("role_code", "CISO"), ("person_id", "p")).Add("org.role.appointed", ("role_code", "CISO"), ("person_id", "q")).Records;
        var index = FactIndex.Of(facts.Take(1));
        var then = index.Before(1);
        index.Add(facts.Skip(1));
        (then.All("org.role.appointed").Count, index.All("org.role.appointed").Count, then.Before(0).All("org.role.appointed").Count).ShouldBe((1, 2, 0));
        (then.Arrived("org.role.appointed"), then.Before(0).Arrived("org.role.appointed"), then.Arrived("org.role.vacant")).ShouldBe((true, false, false));
        Should.Throw<InvalidOperationException>(() => then.Add(facts));
    }

    private static IReadOnlyList<Turn> Turns(string control, string name)
    {
        var given = RuleCase.Of(control).Single(c => c.Name == name).Case;
        var catalogue = new ControlCatalogue([ContentFiles.Catalogue[control]], new HashSet<string>(StringComparer.Ordinal), Digest.OfText(control));
        var input = SmallPack.Input(SmallPack.Of((control, Strength.Must)), given.Records) with { Catalogue = catalogue };
        return Outlook.Of(input, Sekisho.Conformity.Judging.Judge.Compute(input), 90);
    }

    private static IReadOnlyList<Turn> Turns(Pack pack, FactBuilder facts)
    {
        var input = SmallPack.Input(pack, facts.Records);
        return Outlook.Of(input, Sekisho.Conformity.Judging.Judge.Compute(input), 90);
    }
}

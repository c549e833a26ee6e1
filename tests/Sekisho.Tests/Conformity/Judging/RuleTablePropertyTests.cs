using Sekisho.Conformity.Judging;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;
using Sekisho.Kernel.Verdicts;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Conformity.Judging;

/// <summary>What holds for every rule, shown on the facts of every case of its table.</summary>
public sealed class RuleTablePropertyTests
{
    /// <summary>A few controls a test, so that a failure names them.</summary>
    public static TheoryData<string> Areas() => [.. ContentFiles.Catalogue.Controls.Select(c => c.Id[..3]).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<(Control Control, string Name, RuleCase Case)> Cases(string area) =>
        from control in ContentFiles.Catalogue.Controls
        where control.Id.StartsWith(area, StringComparison.Ordinal)
        from one in RuleCase.Of(control.Id)
        select (control, control.Id + "/" + one.Name, one.Case);

    [Theory]
    [MemberData(nameof(Areas))]
    public void Facts_a_rule_does_not_read_change_nothing(string area)
    {
        foreach (var (control, name, given) in Cases(area))
        {
            var read = control.Rule!.FactNames.Append("org.unit.recorded").Append("org.target.assigned").ToHashSet(StringComparer.Ordinal);
            var noise = Noise.Where(n => !read.Contains(n.Name)).Select((n, i) => n with { Leaf = given.Records.Count + i });
            Words(given.Judge(control, [], [.. given.Records, .. noise])).ShouldBe(Words(given.Judge(control, [])), name);
            Words(given.Judge(control, [], given.Records.Where(r => read.Contains(r.Name)))).ShouldBe(Words(given.Judge(control, [])), name);
        }
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void A_statement_lowers_or_leaves_what_was_measured(string area)
    {
        foreach (var (control, name, given) in Cases(area).Where(c => !c.Control.Rule!.FactNames.Contains(Control.StatementFact, StringComparer.Ordinal)))
        {
            var bare = given.Judge(control, []);
            foreach (var asserted in new[] { "conforming", "partial", "non_conforming" })
            {
                var statement = new FactBuilder(RuleCase.AsOf).Add(Control.StatementFact, ("control_id", control.Id), ("role_code", control.Attests.Value), ("asserted", asserted), ("valid_to", "@+30d"))
                    .Records.Single() with { Leaf = given.Records.Count };
                var stated = given.Judge(control, [], [.. given.Records, statement]);
                foreach (var target in stated.Targets) (target.Verdict <= bare.Targets.Single(t => t.Target == target.Target).Verdict).ShouldBeTrue(name + " " + asserted);
                if (bare.City.Verdict != Verdict.NotApplicable) (stated.City.Verdict <= bare.City.Verdict).ShouldBeTrue(name + " " + asserted);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void What_ended_does_not_count_as_there(string area)
    {
        foreach (var (control, name, given) in Cases(area))
        {
            var without = given.Judge(control, [], []);
            var ended = given.Records.Select(r => r with { Payload = new Dictionary<string, object>(r.Payload, StringComparer.Ordinal) { ["valid_from"] = "2020-01-01", ["valid_to"] = "2020-01-02" } }).ToList();
            var result = given.Judge(control, [], ended);
            // Rules that look at lateness read ended facts on purpose; none of them finds anything good in them.
            if (without.City.Verdict != Verdict.Conforming && control.Rule!.Gates.Count == 0)
                foreach (var target in result.Targets.Where(t => t.Verdict == Verdict.Conforming)) Lasting.ShouldContain(control.Id, name);
        }
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void The_same_facts_give_the_same_answer(string area)
    {
        foreach (var (control, name, given) in Cases(area))
        {
            var piecemeal = new FactIndex();
            foreach (var record in given.Records) piecemeal.Add([record]);
            var input = SmallPack.Input(SmallPack.With(given.Settings, (control.Id, Strength.Must)), []) with { Facts = piecemeal, Catalogue = new ControlCatalogue([control], new HashSet<string>(StringComparer.Ordinal), Digest.OfText(control.Id)) };
            Words(Judge.Compute(input).Controls[control.Id]).ShouldBe(Words(given.Judge(control, [])), name);
        }
    }

    /// <summary>Controls for which a thing that ended may be well: what was permitted and ran out is closed, what was found not to be needed stays so.</summary>
    private static readonly string[] Lasting = ["RSK-04", "ZON-04"];

    private static readonly IReadOnlyList<SealedRecord> Noise = Random();

    /// <summary>One fact of every kind of the vocabulary that some case uses, with a subject of its own.</summary>
    private static IReadOnlyList<SealedRecord> Random() =>
        [.. ContentFiles.Catalogue.Controls.SelectMany(c => RuleCase.Of(c.Id)).SelectMany(c => c.Case.Records).GroupBy(r => r.Name, StringComparer.Ordinal).Select(g => g.First())];

    private static List<string> Words(ControlResult result) =>
        [.. result.Targets.Select(t => $"{t.Target} {t.Verdict} {t.Reason.Key} {t.Reason.Sentence}").Append(result.City.ToString())];
}

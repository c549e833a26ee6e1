using FsCheck;
using FsCheck.Fluent;
using Sekisho.Conformity.Judging;
using Sekisho.Conformity.Packs;
using Sekisho.Conformity.Rules;
using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Tests.Conformity.Judging;

public sealed class RollupTests
{
    private static readonly Gen<Verdict[]> Many = Gen.Elements(Enum.GetValues<Verdict>()).NonEmptyListOf().Select(l => l.ToArray());

    [Theory]
    [InlineData("ratio(ok>=100%;part>=90%)", 10, 0, Verdict.Conforming)]
    [InlineData("ratio(ok>=100%;part>=90%)", 9, 1, Verdict.Partial)]
    [InlineData("ratio(ok>=100%;part>=90%)", 89, 11, Verdict.NonConforming)]
    [InlineData("ratio(ok>=100%;part>0%)", 1, 9, Verdict.Partial)]
    [InlineData("ratio(ok>=100%;part>0%)", 0, 9, Verdict.NonConforming)]
    [InlineData("ratio(ok>=100%;bad<=10%)", 9, 1, Verdict.Partial)]
    [InlineData("ratio(ok>=100%;bad<=10%)", 89, 11, Verdict.NonConforming)]
    [InlineData("ratio(ok>=100%;bad<=1%;veto)", 99, 1, Verdict.NonConforming)]
    [InlineData("worst", 99, 1, Verdict.NonConforming)]
    public void Bounds_are_met_exactly(string text, int good, int bad, Verdict expected) =>
        Of(text, [.. Enumerable.Repeat(Verdict.Conforming, good), .. Enumerable.Repeat(Verdict.NonConforming, bad)])!.Verdict.ShouldBe(expected);

    [Theory]
    [InlineData(Verdict.NonConforming, Verdict.Unmeasurable, Verdict.NonConforming)]
    [InlineData(Verdict.Unmeasurable, Verdict.Unknown, Verdict.Unmeasurable)]
    [InlineData(Verdict.Unknown, Verdict.Partial, Verdict.Unknown)]
    public void Below_every_bound_the_cause_decides(Verdict one, Verdict other, Verdict expected) =>
        Of("ratio(ok>=100%;part>=90%)", [one, other, Verdict.NotApplicable])!.Verdict.ShouldBe(expected);

    [Fact]
    public void An_exception_counts_as_good() => Of("ratio(ok>=100%;part>=90%)", [Verdict.Exception, Verdict.Conforming]).ShouldBe(new Cell(Verdict.Conforming, 2, 2, false));

    [Fact]
    public void Nothing_applicable_is_not_applicable() => Of("worst", [Verdict.NotApplicable, Verdict.NotApplicable]).ShouldBe(new Cell(Verdict.NotApplicable, 0, 0, false));

    [Fact]
    public void Nothing_at_all_is_no_cell() => Of("worst", []).ShouldBeNull();

    [Fact]
    public void What_does_not_apply_is_never_counted() => Prop.ForAll(Many.ToArbitrary(), verdicts =>
    {
        foreach (var rollup in new[] { "worst", "ratio(ok>=100%;part>=90%)", "ratio(ok>=100%;bad<=10%;veto)" })
        {
            var with = Of(rollup, [.. verdicts, Verdict.NotApplicable]);
            if (verdicts.Any(v => v != Verdict.NotApplicable)) with.ShouldBe(Of(rollup, verdicts));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_worst_does_not_depend_on_order_or_repetition() => Prop.ForAll(Many.ToArbitrary(), verdicts =>
    {
        Of("worst", verdicts)!.Verdict.ShouldBe(Of("worst", [.. verdicts.Reverse(), .. verdicts])!.Verdict);
        Of("worst", verdicts)!.Verdict.ShouldBe(VerdictNames.Worst(verdicts)!.Value);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_target_more_that_conforms_never_makes_it_worse() => Prop.ForAll(Many.ToArbitrary(), verdicts =>
    {
        foreach (var rollup in new[] { "worst", "ratio(ok>=100%;part>=50%)", "ratio(ok>=90%;bad<=30%)" })
            if (verdicts.Any(v => v != Verdict.NotApplicable)) (Of(rollup, [.. verdicts, Verdict.Conforming])!.Verdict >= Of(rollup, verdicts)!.Verdict).ShouldBeTrue();
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("ratio()")]
    [InlineData("ratio(ok>=100%)")]
    [InlineData("ratio(part>=10%)")]
    [InlineData("ratio(ok>=100%;part>=1%;bad<=1%)")]
    [InlineData("average")]
    public void Other_forms_are_refused(string text) => Rollup.Parse(text).ShouldBeNull();

    private static Cell? Of(string rollup, IEnumerable<Verdict> verdicts) => Rollups.Of(Rollup.Parse(rollup)!,
        [.. verdicts.Select((v, i) => new TargetResult(TargetRef.Unit("u" + i), v, v, Reason.Common("test")))], b => Quantity.Parse(b)!.Value);
}

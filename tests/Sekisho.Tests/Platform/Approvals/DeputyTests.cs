using Sekisho.Platform.Approvals;

namespace Sekisho.Tests.Platform.Approvals;

/// <summary>代決 and 後閲: somebody agrees in an absent person's place, nobody counts twice, and the person looks at it afterwards.</summary>
public sealed class DeputyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_case_goes_on_and_the_absent_person_looks_at_it_later()
    {
        var done = Act(Case(), "x", ApprovalAct.Agree, "k").Value;
        (done.Current, done.State).ShouldBe((1, ApprovalState.Open));
        done.Agreements.ShouldHaveSingleItem().ShouldBe(new ApprovalAgreement(0, "k", Now, "x"));
        done = Act(done, "d", ApprovalAct.Agree).Value;
        done.State.ShouldBe(ApprovalState.Approved);
        Act(done, "d", ApprovalAct.Look).IsOk.ShouldBeFalse("nobody decided in their place");
        var seen = Act(done, "k", ApprovalAct.Look).Value;
        seen.LaterLooks.ShouldHaveSingleItem().SeenAt.ShouldBe(Now);
        Act(seen, "k", ApprovalAct.Look).IsOk.ShouldBeFalse("once");
    }

    [Fact]
    public void Nobody_counts_as_two()
    {
        Act(Case(), "r", ApprovalAct.Agree, "k").Refusals[0].Stage.ShouldBe("approval.deputy-twice");
        Act(Case(), "d", ApprovalAct.Agree, "k").Refusals[0].Stage.ShouldBe("approval.deputy-twice");
        var first = Act(Case(), "x", ApprovalAct.Agree, "k").Value;
        Act(first, "x", ApprovalAct.Agree, "d").Refusals[0].Stage.ShouldBe("approval.deputy-twice");
    }

    [Fact]
    public void A_deputy_only_agrees_and_only_where_it_is_allowed_and_now()
    {
        Act(Case(), "x", ApprovalAct.Reject, "k").Refusals[0].Stage.ShouldBe("approval.deputy-agrees");
        Act(Case(), "x", ApprovalAct.Agree, "d").IsOk.ShouldBeFalse("it is not their turn");
        Act(Case(noDeputy: true), "x", ApprovalAct.Agree, "k").Refusals[0].Stage.ShouldBe("approval.no-deputy");
        Act(Case(noDeputy: true), "k", ApprovalAct.Agree).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void What_is_sent_back_takes_the_deputys_agreement_with_it()
    {
        var first = Act(Case(), "x", ApprovalAct.Agree, "k").Value;
        Act(first, "d", ApprovalAct.Return).Value.LaterLooks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("p", "q", 0, 5, "旅行", true)]
    [InlineData("p", "p", 0, 5, "旅行", false)]
    [InlineData("p", "q", -1, 5, "旅行", false)]
    [InlineData("p", "q", 3, 2, "旅行", false)]
    [InlineData("p", "q", 0, 400, "旅行", false)]
    [InlineData("p", "q", 0, 5, "", false)]
    public void A_seat_is_lent_for_a_time(string person, string deputy, int first, int last, string reason, bool ok)
    {
        var today = new DateOnly(2026, 11, 20);
        ApprovalDelegations.Check(person, deputy, isKnown: true, today.AddDays(first), today.AddDays(last), reason, today).IsOk.ShouldBe(ok);
        ApprovalDelegations.Check(person, deputy, isKnown: false, today.AddDays(first), today.AddDays(last), reason, today).IsOk.ShouldBeFalse();
    }

    private static ApprovalCase Case(bool noDeputy = false) => ApprovalRules.Submit(new ApprovalPlan("test", "1", "t", null, "r", null, null,
        [new(ApprovalStepKind.Approve, ApprovalNeeds.One, [new("k", "SECT_HEAD")]), new(ApprovalStepKind.Approve, ApprovalNeeds.One, [new("d", "CISO")])],
        new Dictionary<string, string>(StringComparer.Ordinal), NoDeputy: noDeputy)).Value;

    private static Sekisho.Kernel.Result<ApprovalCase> Act(ApprovalCase before, string person, ApprovalAct act, string? absent = null) => ApprovalRules.Decide(before, new ApprovalCommand(act, person, ForPersonId: absent), Now);
}

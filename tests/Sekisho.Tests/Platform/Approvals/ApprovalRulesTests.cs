using FsCheck;
using FsCheck.Fluent;
using Sekisho.Platform.Approvals;

namespace Sekisho.Tests.Platform.Approvals;

public sealed class ApprovalRulesTests
{
    private const string Requester = "p0";
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] People = ["p0", "p1", "p2", "p3", "p4"];

    private static ApprovalStep Step(ApprovalStepKind kind, ApprovalNeeds needs, params string[] persons) => new(kind, needs, [.. persons.Select(p => new ApprovalSeat(p, "SECT_HEAD"))]);
    private static ApprovalStep Approve(params string[] persons) => Step(ApprovalStepKind.Approve, ApprovalNeeds.One, persons);
    private static ApprovalPlan Plan(int minimum, params ApprovalStep[] steps) => new("test.thing", "1", "件名", null, Requester, "mayor", "u1", steps, new Dictionary<string, string>(StringComparer.Ordinal), minimum);
    private static ApprovalCase Start(params ApprovalStep[] steps) => ApprovalRules.Submit(Plan(1, steps)).Value;
    private static ApprovalCase Do(ApprovalCase c, ApprovalAct act, string person, int to = ApprovalCommand.Requester) => ApprovalRules.Decide(c, new(act, person, to), Now).Value;
    private static string Refused(ApprovalCase c, ApprovalAct act, string person, int to = ApprovalCommand.Requester) => ApprovalRules.Decide(c, new(act, person, to), Now).Refusals[0].Stage;

    [Fact]
    public void A_case_walks_its_steps_in_order()
    {
        var c = Start(Step(ApprovalStepKind.Confirm, ApprovalNeeds.One, "p1"), Step(ApprovalStepKind.Consult, ApprovalNeeds.All, "p2", "p3"), Approve("p4"));
        Refused(c, ApprovalAct.Agree, "p4").ShouldBe("approval.not-yours");
        c = Do(c, ApprovalAct.Agree, "p1");
        c = Do(c, ApprovalAct.Agree, "p3");
        c.Waiting.ShouldBe(["p2"]);
        Refused(c, ApprovalAct.Agree, "p3").ShouldBe("approval.already");
        c = Do(c, ApprovalAct.Agree, "p2");
        Do(c, ApprovalAct.Agree, "p4").State.ShouldBe(ApprovalState.Approved);
    }

    [Fact]
    public void The_requester_is_never_asked_and_the_next_higher_post_steps_in()
    {
        Start(Approve("p0", "p1")).Waiting.ShouldBe(["p1"]);
        Start(Approve("p0") with { Alternates = [new("p2", "DEPT_HEAD")] }).Waiting.ShouldBe(["p2"]);
        ApprovalRules.Submit(Plan(1, Approve("p0"))).Refusals[0].Stage.ShouldBe("approval.nobody-to-ask");
        ApprovalRules.Submit(Plan(1, Approve("p0") with { Alternates = [new("p0", "DEPT_HEAD")] })).Refusals[0].Stage.ShouldBe("approval.nobody-to-ask");
    }

    [Fact]
    public void A_person_in_two_posts_is_asked_once_in_the_higher_place()
    {
        var c = Start(Approve("p1"), Approve("p1"));
        c.Steps[0].IsCovered.ShouldBeTrue();
        c.Current.ShouldBe(1);
        Do(c, ApprovalAct.Agree, "p1").State.ShouldBe(ApprovalState.Approved);
        Start(Approve("p1", "p2"), Approve("p1")).Waiting.ShouldBe(["p2"]);
    }

    [Fact]
    public void A_person_in_two_posts_never_counts_as_two_persons()
    {
        ApprovalRules.Submit(Plan(2, Approve("p1"), Approve("p1"))).Refusals[0].Stage.ShouldBe("approval.too-few-persons");
        ApprovalRules.Submit(Plan(2, Step(ApprovalStepKind.Approve, ApprovalNeeds.All, "p1", "p1"))).Refusals[0].Stage.ShouldBe("approval.too-few-persons");
        ApprovalRules.Submit(Plan(2, Approve("p1", "p2"), Approve("p1"))).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void A_case_goes_back_to_a_chosen_step_and_what_was_agreed_from_there_on_is_asked_again()
    {
        var c = Start(Approve("p1"), Approve("p2"), Approve("p3"), Approve("p4"));
        c = Do(Do(Do(c, ApprovalAct.Agree, "p1"), ApprovalAct.Agree, "p2"), ApprovalAct.Agree, "p3");
        var back = Do(c, ApprovalAct.Return, "p4", 1);
        back.Waiting.ShouldBe(["p2"]);
        back.Agreements.Select(a => a.PersonId).ShouldBe(["p1"]);
        Refused(c, ApprovalAct.Return, "p4", 3).ShouldBe("approval.no-such-step");
        Refused(c, ApprovalAct.Return, "p4", 7).ShouldBe("approval.no-such-step");
    }

    [Fact]
    public void Back_to_the_requester_means_a_new_round_or_the_end()
    {
        var c = Do(Do(Start(Approve("p1"), Approve("p2")), ApprovalAct.Agree, "p1"), ApprovalAct.Return, "p2");
        c.State.ShouldBe(ApprovalState.Returned);
        c.Waiting.ShouldBeEmpty();
        Refused(c, ApprovalAct.Agree, "p1").ShouldBe("approval.not-now");
        Refused(c, ApprovalAct.Resubmit, "p1").ShouldBe("approval.not-yours");
        var again = Do(c, ApprovalAct.Resubmit, Requester);
        (again.Round, again.Waiting[0]).ShouldBe((2, "p1"));
        Do(c, ApprovalAct.Withdraw, Requester).State.ShouldBe(ApprovalState.Withdrawn);
    }

    [Fact]
    public void Only_a_deciding_step_can_say_no()
    {
        var c = Start(Step(ApprovalStepKind.Consult, ApprovalNeeds.One, "p1"), Approve("p2"));
        Refused(c, ApprovalAct.Reject, "p1").ShouldBe("approval.not-in-this-step");
        Do(Do(c, ApprovalAct.Agree, "p1"), ApprovalAct.Reject, "p2").State.ShouldBe(ApprovalState.Rejected);
        ApprovalRules.Submit(Plan(1, Step(ApprovalStepKind.Confirm, ApprovalNeeds.One, "p1"))).Refusals[0].Stage.ShouldBe("approval.no-decision");
    }

    [Fact]
    public void The_protocol_table_names_each_transition_once() =>
        ApprovalProtocol.Table.Select(r => (r.From, r.Act)).Distinct().Count().ShouldBe(ApprovalProtocol.Table.Count);

    private static Gen<ApprovalStep> AnyStep =>
        from kind in Gen.Elements(Enum.GetValues<ApprovalStepKind>())
        from needs in Gen.Elements(Enum.GetValues<ApprovalNeeds>())
        from persons in Gen.NonEmptyListOf(Gen.Elements(People))
        select Step(kind, needs, [.. persons.Take(3)]);

    private static Gen<ApprovalCommand> AnyCommand =>
        from act in Gen.Frequency((6, Gen.Constant(ApprovalAct.Agree)), (1, Gen.Elements(Enum.GetValues<ApprovalAct>())))
        from person in Gen.Elements(People)
        from to in Gen.Choose(-1, 4)
        select new ApprovalCommand(act, person, to);

    [Fact]
    public void Whatever_people_do_the_promises_hold()
    {
        var play =
            from steps in Gen.NonEmptyListOf(AnyStep)
            from minimum in Gen.Choose(1, 3)
            from commands in Gen.ListOf(AnyCommand, 40)
            select (Plan(minimum, [.. steps.Take(4)]), commands);
        var approved = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(play.ToArbitrary(), p =>
        {
            var (plan, commands) = p;
            if (!ApprovalRules.Submit(plan).IsOk) return true;
            var c = ApprovalRules.Submit(plan).Value;
            foreach (var command in commands)
            {
                var next = ApprovalRules.Decide(c, command, Now);
                if (c.IsFinal && next.IsOk) return false;
                if (!next.IsOk) continue;
                c = next.Value;
                if (!Holds(c, plan)) return false;
            }
            if (c.State == ApprovalState.Approved) approved++;
            return true;
        }));
        approved.ShouldBeGreaterThan(100);
    }

    private static bool Holds(ApprovalCase c, ApprovalPlan plan)
    {
        var persons = c.Agreements.Select(a => a.PersonId).ToList();
        var nobodyTwice = persons.Distinct(StringComparer.Ordinal).Count() == persons.Count;
        var onlyAsked = c.Agreements.All(a => plan.Steps[a.Step].Seats.Any(s => s.PersonId == a.PersonId) && a.PersonId != Requester);
        var onlyBehind = c.Agreements.All(a => a.Step <= c.Current);
        var complete = c.State != ApprovalState.Approved || (Enumerable.Range(0, c.Steps.Count).All(c.IsSatisfied) && persons.Count >= plan.MinimumPersons);
        var someone = c.State != ApprovalState.Open || c.Waiting.Count > 0;
        return nobodyTwice && onlyAsked && onlyBehind && complete && someone && !persons.Contains(Requester, StringComparer.Ordinal);
    }
}

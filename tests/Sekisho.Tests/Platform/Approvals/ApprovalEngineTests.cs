using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Approvals;
using Sekisho.Platform.Notifications;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Approvals;

public sealed class ApprovalEngineTests(ApprovalEngineTests.WithOwner db) : IClassFixture<ApprovalEngineTests.WithOwner>
{
    public sealed class WithOwner : TestDatabase
    {
        internal Owner Listener { get; } = new();
        protected override void Configure(IServiceCollection collection) => collection.AddSingleton<IApprovalOwner>(Listener);
    }

    internal sealed class Owner : IApprovalOwner
    {
        public string SubjectKind => "test.thing";
        public List<ApprovalEnd> Ends { get; } = [];
        public bool Fails { get; set; }

        public Task EndedAsync(ApprovalEnd end, UnitOfWork work, CancellationToken ct)
        {
            if (Fails) throw new InvalidOperationException("the owner cannot follow");
            Ends.Add(end);
            return Task.CompletedTask;
        }
    }

    private ApprovalEngine Engine => db.Services.GetRequiredService<ApprovalEngine>();

    [Fact]
    public async Task A_case_is_asked_agreed_and_followed_by_its_owner()
    {
        var id = await Submit("a1", "r", [["k"], ["d"]]);
        (await Waiting("k")).ShouldContain(id);
        (await Waiting("d")).ShouldNotContain(id);
        (await Act(id, 1, new(ApprovalAct.Agree, "k"))).Value.ShouldBe(ApprovalState.Open);
        (await Waiting("k")).ShouldNotContain(id);
        (await Waiting("d")).ShouldContain(id);
        (await Act(id, 2, new(ApprovalAct.Agree, "d"), "結構です")).Value.ShouldBe(ApprovalState.Approved);
        var end = db.Listener.Ends.Single(e => e.ApprovalId == id);
        (end.SubjectId, end.State, string.Join(',', end.Approvers)).ShouldBe(("a1", ApprovalState.Approved, "k,d"));
        await using var read = await db.Database.ReadAsync(default);
        (await read.NotificationsAsync("r", 0, 10, default)).ShouldContain(n => n.Key == "approval.notice.approved" && n.Link == "/approvals/" + id);
        (await read.NotificationsAsync("d", 0, 10, default)).ShouldContain(n => n.Key == "approval.notice.asked");
        (await read.LatestApprovalOfAsync("test.thing", "a1", default)).ShouldBe((id, ApprovalState.Approved));
        var view = (await read.ApprovalAsync(id, "r", default)).ShouldNotBeNull();
        view.History.Select(h => (h.PersonId, h.Act, h.Comment)).ShouldBe([("k", ApprovalAct.Agree, null), ("d", ApprovalAct.Agree, "結構です")]);
    }

    [Fact]
    public async Task Who_is_not_on_the_route_sees_nothing_and_who_comes_later_sees_it_when_asked()
    {
        var id = await Submit("a2", "r", [["k"], ["d"]]);
        await using var read = await db.Database.ReadAsync(default);
        (await read.ApprovalAsync(id, "stranger", default)).ShouldBeNull();
        (await read.ApprovalAsync(id, "d", default)).ShouldBeNull();
        var view = (await read.ApprovalAsync(id, "k", default)).ShouldNotBeNull();
        view.ActsOf("k").ShouldBe([ApprovalAct.Agree, ApprovalAct.Reject, ApprovalAct.Return]);
        view.ActsOf("r").ShouldBe([ApprovalAct.Withdraw]);
    }

    [Fact]
    public async Task Two_who_act_on_the_same_state_end_in_one_act_and_one_conflict()
    {
        var id = await Submit("a3", "r", [["k", "k2"]]);
        var results = await Task.WhenAll(Act(id, 1, new(ApprovalAct.Agree, "k")), Act(id, 1, new(ApprovalAct.Reject, "k2")));
        results.Count(r => r.IsOk).ShouldBe(1);
        results.Single(r => !r.IsOk).Refusals[0].IsConflict.ShouldBeTrue();
    }

    [Fact]
    public async Task When_the_owner_cannot_follow_nothing_is_decided()
    {
        var id = await Submit("a4", "r", [["k"]]);
        db.Listener.Fails = true;
        await Should.ThrowAsync<InvalidOperationException>(() => Act(id, 1, new(ApprovalAct.Agree, "k")));
        db.Listener.Fails = false;
        (await Act(id, 1, new(ApprovalAct.Agree, "k"))).Value.ShouldBe(ApprovalState.Approved);
    }

    [Fact]
    public async Task Nobody_acts_in_anothers_name()
    {
        var id = await Submit("a5", "r", [["k"]]);
        await Should.ThrowAsync<InvalidOperationException>(() => db.RunAsync("test.act", (work, ct) => Engine.ActAsync(work, id, 1, new(ApprovalAct.Agree, "k"), null, ct), Person("m")));
    }

    [Fact]
    public async Task A_returned_case_is_submitted_again_and_title_and_comments_stay_out_of_the_leaves()
    {
        var id = await Submit("a6", "r", [["k"], ["d"]]);
        await Act(id, 1, new(ApprovalAct.Agree, "k"));
        (await Act(id, 2, new(ApprovalAct.Return, "d"), "添付が足りません")).Value.ShouldBe(ApprovalState.Returned);
        (await Act(id, 3, new(ApprovalAct.Resubmit, "r"))).Value.ShouldBe(ApprovalState.Open);
        (await Waiting("k")).ShouldContain(id);
        (await db.SqlAsync("select count(*) from platform.record where convert_from(canonical, 'UTF8') like '%添付が%' or convert_from(canonical, 'UTF8') like '%件名%'")).ShouldBe(0L);
        (await db.SqlAsync($"select count(*) from platform.record where body -> 'payload' ->> 'approval' = '{id}'")).ShouldBe(4L);
    }

    private async Task<Guid> Submit(string subject, string requester, string[][] steps)
    {
        var plan = new ApprovalPlan("test.thing", subject, "件名" + subject, "/things/" + subject, requester, "mayor", "u1",
            [.. steps.Select(s => new ApprovalStep(ApprovalStepKind.Approve, ApprovalNeeds.One, [.. s.Select(p => new ApprovalSeat(p, "SECT_HEAD"))]))],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "b" });
        return (await db.RunAsync("test.submit", (work, ct) => Engine.SubmitAsync(work, plan, ct), Person(requester))).Value;
    }

    private Task<Result<ApprovalState>> Act(Guid id, int version, ApprovalCommand command, string? comment = null) =>
        db.RunAsync("test.act", (work, ct) => Engine.ActAsync(work, id, version, command, comment, ct), Person(command.PersonId));

    private async Task<IEnumerable<Guid>> Waiting(string person)
    {
        await using var read = await db.Database.ReadAsync(default);
        var list = await read.ApprovalsWaitingForAsync(person, 0, 100, default);
        (await read.CountApprovalsWaitingForAsync(person, default)).ShouldBe(list.Count);
        return list.Select(a => a.Id);
    }

    private static Actor Person(string id) => new(ActorKind.Person, id, id, "mayor", "u1", new HashSet<string>(StringComparer.Ordinal));
}

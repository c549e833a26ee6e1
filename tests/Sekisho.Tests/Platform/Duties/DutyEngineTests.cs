using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Duties;
using Sekisho.Platform.Notifications;
using Sekisho.Platform.Registries;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Duties;

public sealed class DutyEngineTests(DutyEngineTests.WithOwner db) : IClassFixture<DutyEngineTests.WithOwner>
{
    public sealed class WithOwner : TestDatabase
    {
        internal Owner Listener { get; } = new();
        protected override void Configure(IServiceCollection collection) => collection.AddSingleton<IDutyOwner>(Listener);
    }

    internal sealed class Owner : IDutyOwner
    {
        public string Source => "test";
        public List<DutyTask> Done { get; } = [];

        public Task CompletedAsync(DutyTask task, UnitOfWork work, CancellationToken ct)
        {
            Done.Add(task);
            return Task.CompletedTask;
        }
    }

    private static readonly DateOnly April = new(2026, 4, 1);
    private DutyEngine Engine => db.Services.GetRequiredService<DutyEngine>();

    [Fact]
    public async Task From_definition_to_task_reminder_change_of_post_completion_and_end()
    {
        await Holders(Holder("p1", April, new DateOnly(2026, 4, 8)), Holder("p2", new DateOnly(2026, 4, 8), null));
        await Define(new DutyDefinition("d1", "test", "月次点検", RoleCode.SectHead, DutyScope.Unit, "mayor", null, Cadence.Parse("P1M")!.Value, April, 7, 2, null));
        (await Engine.RunAsync(default)).ShouldBe(1);
        (await Engine.RunAsync(default)).ShouldBe(0);
        var task = (await Duties("p1", April)).ShouldHaveSingleItem();
        task.DueOn.ShouldBe(new DateOnly(2026, 4, 10));
        (await Notices("p1")).ShouldBe(["duty.notice.opened"]);

        db.Time.Set(JapanTime.StartOf(new DateOnly(2026, 4, 8)));
        (await Engine.RunAsync(default)).ShouldBe(1);
        (await Notices("p2")).ShouldBe(["duty.notice.reminded"]);
        (await Duties("p1", new DateOnly(2026, 4, 8))).ShouldBeEmpty();
        task = (await Duties("p2", new DateOnly(2026, 4, 8))).ShouldHaveSingleItem();

        db.Time.Set(JapanTime.StartOf(new DateOnly(2026, 4, 13)));
        (await Engine.RunAsync(default)).ShouldBe(1);
        (await Counts("p2", new DateOnly(2026, 4, 13))).ShouldBe((1, 1));
        task = (await Duties("p2", new DateOnly(2026, 4, 13))).Single();

        (await Complete(task, "p1")).Refusals[0].IsNotFound.ShouldBeTrue();
        (await Complete(task with { RowVersion = 1 }, "p2")).Refusals[0].IsConflict.ShouldBeTrue();
        (await Complete(task, "p2")).Value.CompletedBy.ShouldBe("p2");
        db.Listener.Done.ShouldHaveSingleItem().Id.ShouldBe(task.Id);
        (await Complete(task, "p2")).Refusals[0].IsConflict.ShouldBeTrue();

        db.Time.Set(JapanTime.StartOf(new DateOnly(2026, 5, 1)));
        (await Engine.RunAsync(default)).ShouldBe(1);
        await Define();
        (await Engine.RunAsync(default)).ShouldBe(1);
        (await Duties("p2", new DateOnly(2026, 5, 1))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_citys_own_closing_days_move_deadlines()
    {
        await using (var read = await db.Database.ReadAsync(default)) (await read.CalendarAsync(default)).IsBusinessDay(new DateOnly(2027, 6, 1)).ShouldBeTrue();
        await db.RunAsync<int>("test.calendar", async (work, ct) =>
        {
            await work.ReplaceDaysOffAsync(new Dictionary<DateOnly, string> { [new DateOnly(2027, 6, 1)] = "開庁記念日" }, ct);
            return 1;
        });
        await using var after = await db.Database.ReadAsync(default);
        (await after.CalendarAsync(default)).IsBusinessDay(new DateOnly(2027, 6, 1)).ShouldBeFalse();
    }

    private static RoleHolder Holder(string person, DateOnly from, DateOnly? to) => new(RoleCode.SectHead, "mayor", "u1", person, null, "by-post", from, to, false);

    private Task Holders(params RoleHolder[] rows) => db.RunAsync<int>("test.holders", async (work, ct) =>
    {
        await work.ReplaceRoleHoldersAsync("mayor", rows, ct);
        work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal));
        return 1;
    });

    private async Task Define(params DutyDefinition[] duties) => (await db.RunAsync<int>("test.define", async (work, ct) =>
    {
        await DutyEngine.DefineAsync(work, "test", duties, ct);
        return 1;
    })).IsOk.ShouldBeTrue();

    private Task<Result<DutyTask>> Complete(DutyTask task, string person) => db.RunAsync("test.complete",
        (work, ct) => Engine.CompleteAsync(work, task.Id, task.RowVersion, ct), new Actor(ActorKind.Person, person, person, "mayor", "u1", new HashSet<string>(StringComparer.Ordinal)));

    private async Task<IReadOnlyList<DutyTask>> Duties(string person, DateOnly day)
    {
        await using var read = await db.Database.ReadAsync(default);
        return await read.DutiesOfAsync(person, day, 0, 50, default);
    }

    private async Task<(long, long)> Counts(string person, DateOnly day)
    {
        await using var read = await db.Database.ReadAsync(default);
        return await read.CountDutiesOfAsync(person, day, default);
    }

    private async Task<IEnumerable<string>> Notices(string person)
    {
        await using var read = await db.Database.ReadAsync(default);
        return (await read.NotificationsAsync(person, 0, 50, default)).Select(n => n.Key);
    }
}

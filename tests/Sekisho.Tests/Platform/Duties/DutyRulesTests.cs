using Sekisho.Kernel;
using Sekisho.Kernel.Calendar;
using Sekisho.Platform.Duties;
using Sekisho.Platform.Registries;

namespace Sekisho.Tests.Platform.Duties;

public sealed class DutyRulesTests
{
    private static readonly DateOnly April = new(2026, 4, 1);

    private static DutyDefinition Duty(DutyScope scope = DutyScope.Organ, string? unit = null, int due = 5, int remind = 2) =>
        new("d1", "test", "点検", RoleCode.SectHead, scope, "mayor", unit, Cadence.Parse("P1M")!.Value, April, due, remind, "/duty");

    private static RoleHolder Holder(string unit, string person) => new(RoleCode.SectHead, "mayor", unit, person, null, "by-post", April, null, false);

    private static DutyTask Task(DateOnly due, DateOnly remind, DateTimeOffset? reminded = null, DateTimeOffset? overdue = null, DutyTaskState state = DutyTaskState.Open, DateOnly? period = null) =>
        new(Guid.Empty, "d1", "test", "点検", RoleCode.SectHead, "mayor", null, period ?? April, due, remind, null, state, default, reminded, overdue, null, null, 1);

    private static List<DutyAction> Decide(DateOnly today, DutyDefinition[] duties, RoleHolder[] holders, params DutyTask[] tasks) => DutyRules.Decide(duties, holders, tasks, HolidayCalendar.Shipped, today);

    [Fact]
    public void A_deadline_is_counted_in_business_days_over_the_holidays_of_may()
    {
        // 1 May 2026 is a Friday; 4, 5 and 6 May are holidays, 3 May's substitute among them.
        var open = Decide(new DateOnly(2026, 5, 1), [Duty(due: 1, remind: 1)], []).ShouldHaveSingleItem().ShouldBeOfType<DutyAction.Open>();
        open.DueOn.ShouldBe(new DateOnly(2026, 5, 7));
        open.RemindOn.ShouldBe(new DateOnly(2026, 5, 1));
    }

    [Fact]
    public void A_period_is_opened_once_even_when_it_is_done() =>
        Decide(new DateOnly(2026, 4, 20), [Duty()], [], Task(April.AddDays(7), April.AddDays(3), state: DutyTaskState.Done)).ShouldBeEmpty();

    [Fact]
    public void A_duty_that_begins_late_in_its_period_gets_its_full_time() =>
        ((DutyAction.Open)Decide(new DateOnly(2026, 4, 28), [Duty()], [])[0]).DueOn.ShouldBe(HolidayCalendar.Shipped.Add(new DateOnly(2026, 4, 28), 5));

    [Fact]
    public void A_unit_duty_falls_due_in_every_unit_with_a_holder_once() =>
        Decide(April, [Duty(DutyScope.Unit)], [Holder("u1", "p1"), Holder("u1", "p2"), Holder("u2", "p3")]).Cast<DutyAction.Open>().Select(o => o.Place.UnitId).ShouldBe(["u1", "u2"], ignoreOrder: true);

    [Fact]
    public void A_named_unit_has_its_duty_even_while_the_post_is_vacant() =>
        Decide(April, [Duty(DutyScope.Unit, "u9")], []).Cast<DutyAction.Open>().Single().Place.ShouldBe(new DutyPlace("mayor", "u9"));

    [Fact]
    public void The_last_day_itself_is_in_time_and_the_next_is_overdue_once()
    {
        var task = Task(new DateOnly(2026, 4, 10), new DateOnly(2026, 4, 8), reminded: default(DateTimeOffset));
        Decide(new DateOnly(2026, 4, 10), [Duty()], [], task).ShouldBeEmpty();
        Decide(new DateOnly(2026, 4, 11), [Duty()], [], task).ShouldHaveSingleItem().ShouldBeOfType<DutyAction.MarkOverdue>();
        Decide(new DateOnly(2026, 4, 12), [Duty()], [], task with { OverdueAt = default(DateTimeOffset) }).ShouldBeEmpty();
    }

    [Fact]
    public void A_reminder_comes_once_and_never_after_the_deadline()
    {
        var task = Task(new DateOnly(2026, 4, 10), new DateOnly(2026, 4, 8));
        Decide(new DateOnly(2026, 4, 7), [Duty()], [], task).ShouldBeEmpty();
        Decide(new DateOnly(2026, 4, 9), [Duty()], [], task).ShouldHaveSingleItem().ShouldBeOfType<DutyAction.Remind>();
        Decide(new DateOnly(2026, 4, 11), [Duty()], [], task).ShouldHaveSingleItem().ShouldBeOfType<DutyAction.MarkOverdue>();
    }

    [Fact]
    public void An_open_task_outlives_its_period_and_the_next_one_opens_beside_it() =>
        Decide(new DateOnly(2026, 5, 1), [Duty()], [], Task(new DateOnly(2026, 4, 10), new DateOnly(2026, 4, 8), default(DateTimeOffset), default(DateTimeOffset))).ShouldHaveSingleItem().ShouldBeOfType<DutyAction.Open>();

    [Fact]
    public void A_duty_that_ended_takes_its_open_tasks_along() =>
        Decide(new DateOnly(2026, 4, 9), [], [], Task(new DateOnly(2026, 4, 10), new DateOnly(2026, 4, 8))).ShouldHaveSingleItem().ShouldBeOfType<DutyAction.Cancel>();
}

using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Platform.Duties;
using Sekisho.Platform.Ledger;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Duties;
using Sekisho.Tests.Policy.Board;

namespace Sekisho.Tests.Policy.Duties;

public sealed class PolicyDutiesTests(ConformityDatabase db) : IClassFixture<ConformityDatabase>
{
    [Fact]
    public async Task A_policy_asks_its_roles_and_the_answer_in_the_ledger_finishes_the_task()
    {
        await db.RunAsync<bool>("test.holders", async (work, ct) =>
        {
            await work.ReplaceRoleHoldersAsync(DutyDefinition.WholeCity, [new RoleHolder(RoleCode.Ciso, DutyDefinition.WholeCity, null, "p1", null, "nomination", new DateOnly(2020, 4, 1), null, false)], ct);
            work.Audit("policy.pack.applied", new Dictionary<string, object>(StringComparer.Ordinal) { ["pack"] = "TST" });
            return true;
        });
        await FollowAsync();
        var today = JapanTime.Day(db.Time.GetUtcNow());
        // The officer's own appointment is judged (never recorded: 未確認), so it is open; the quarterly one comes with its period.
        var asked = await DefinitionsAsync(today);
        asked.ShouldContain(d => d.Id == "policy/open/ORG-03/CISO/city" && d.Anchor == today);
        var periodic = asked.Single(d => d.Id == "policy/period/TST-004/CISO/city");
        periodic.Link.ShouldBe("/conformity/statements/new?control=ORG-10&subject={place}");

        db.Time.Set(JapanTime.StartOf(periodic.Anchor).AddHours(9));
        var engine = db.Services.GetRequiredService<DutyEngine>();
        await engine.RunAsync(default);
        (await OpenAsync(periodic.Id)).ShouldHaveSingleItem().Link.ShouldBe("/conformity/statements/new?control=ORG-10&subject=city");

        await db.FactAsync(new AttestationSigned(null, null, ControlId: "ORG-10", PersonId: "p1", RoleCode: "CISO", Asserted: "conforming", Statement: "名簿を確かめた",
            EvidenceRef: "文書1", ValidTo: periodic.Anchor.AddMonths(6), At: db.Time.GetUtcNow()));
        await FollowAsync();
        (await OpenAsync(periodic.Id)).ShouldBeEmpty();
        // Seen again a day later, the open one keeps its first day.
        (await DefinitionsAsync(periodic.Anchor)).Single(d => d.Id == "policy/open/ORG-03/CISO/city").Anchor.ShouldBe(today);
    }

    [Fact]
    public void A_request_for_correction_needs_a_holder_a_day_to_come_and_words()
    {
        var today = new DateOnly(2026, 4, 1);
        var holder = new RoleHolder(RoleCode.SectHead, "mayor", "u1", "p1", null, "post", today, null, false);
        var asked = new RequestCorrection(Sekisho.Kernel.Clauses.ClauseRef.Parse("art1")!.Value, "unit:u1", "第1条", (RoleCode.SectHead, "mayor", "u1"), "空席を埋める", new DateOnly(2026, 4, 10));
        var duty = asked.Decide(Guid.Empty, "doc", Sekisho.Kernel.Calendar.HolidayCalendar.Shipped, [holder], today).Value;
        (duty.DueBusinessDays, duty.UnitId, duty.Source).ShouldBe((7, "u1", Corrections.Source));
        Sekisho.Kernel.Calendar.HolidayCalendar.Shipped.Add(duty.Anchor, duty.DueBusinessDays).ShouldBe(asked.DueOn);
        (asked with { Words = "", DueOn = today }).Decide(Guid.Empty, "doc", Sekisho.Kernel.Calendar.HolidayCalendar.Shipped, [], today).Refusals.Select(r => r.Field).ShouldBe(["who", "due", "words"]);
    }

    [Fact]
    public async Task A_correction_stays_while_the_cell_is_wrong_and_ends_when_it_conforms()
    {
        var engine = db.Services.GetRequiredService<DutyEngine>();
        var holder = new RoleHolder(RoleCode.Ciso, DutyDefinition.WholeCity, null, "p1", null, "nomination", new DateOnly(2020, 4, 1), null, false);
        var asked = new RequestCorrection(Sekisho.Kernel.Clauses.ClauseRef.Parse("art1")!.Value, "city", "第1条", (RoleCode.Ciso, DutyDefinition.WholeCity, null), "任命する", JapanTime.Day(db.Time.GetUtcNow()).AddDays(9));
        var duty = asked.Decide(IdSource.Random.Next(), "doc", Sekisho.Kernel.Calendar.HolidayCalendar.Shipped, [holder], JapanTime.Day(db.Time.GetUtcNow())).Value;
        await db.RunAsync<bool>("test.ask", async (work, ct) => { await DutyEngine.AddAsync(work, duty, ct); return true; });
        await engine.RunAsync(default);
        await FollowAsync();
        (await OpenAsync(duty.Id)).ShouldHaveSingleItem();
        await db.FactAsync(new Sekisho.Kernel.Facts.Organisation.OrgRoleAppointed("CISO", "統括責任者", PersonId: "p1", Basis: "post", ValidFrom: new DateOnly(2026, 1, 1)));
        await FollowAsync();
        await FollowAsync();
        (await OpenAsync(duty.Id)).ShouldBeEmpty();
    }

    private async Task FollowAsync()
    {
        await db.Services.GetRequiredService<Sealer>().SealAsync(CancellationToken.None);
        await db.Services.GetRequiredService<ConsumerHost>().CatchUpAsync(CancellationToken.None);
    }

    private async Task<IReadOnlyList<DutyDefinition>> DefinitionsAsync(DateOnly day)
    {
        IReadOnlyList<DutyDefinition> found = [];
        await db.RunAsync<bool>("test.read", async (work, ct) =>
        {
            found = await work.DutyDefinitionsAsync(PolicyDuties.Source, day, ct);
            work.Audit("policy.pack.applied", new Dictionary<string, object>(StringComparer.Ordinal) { ["pack"] = "TST" });
            return true;
        });
        return found;
    }

    private async Task<IReadOnlyList<DutyTask>> OpenAsync(string id)
    {
        await using var read = await db.Database.ReadAsync(default);
        return [.. (await read.DutiesAsync([DutyDefinition.WholeCity], null, DutyTaskState.Open, 0, 100, default)).Where(t => t.DutyId == id)];
    }
}

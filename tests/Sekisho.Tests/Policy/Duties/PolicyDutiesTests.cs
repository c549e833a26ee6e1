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

using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Approvals;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Packs;
using Sekisho.Policy.Parameters;

namespace Sekisho.Tests.Policy.Parameters;

/// <summary>A value of a rule from its request to its effect: only the decision makes it hold, and a day before it is judged by the older value.</summary>
public sealed class RequestParametersTests(PolicyDatabase database) : IClassFixture<PolicyDatabase>
{
    private const string Key = "ORG-02.vacancy_grace";
    private static readonly Actor Asker = Person("asker"), Ciso = Person("ciso");

    [Fact]
    public async Task Only_the_decision_makes_a_value_hold()
    {
        (await database.Apply.RunAsync(PolicyDatabase.NewId(), PolicyDatabase.Person, "SKS", default)).IsOk.ShouldBeTrue();
        await SeatsAsync();
        (await Ask(new() { [Key] = "90%" }, "理由")).Refusals[0].Stage.ShouldBe("policy.parameter.kind");
        (await Ask(new() { ["ORG-02.none"] = "7日" }, "")).Refusals.Select(r => r.Field).ShouldBe(["basis", "key"]);
        (await Value(null)).ShouldBe("14日");

        var refused = (await Ask(new() { [Key] = "7日" }, "委員会の決定")).Value;
        (await Ask(new() { [Key] = "8日" }, "委員会の決定")).Refusals[0].IsConflict.ShouldBeTrue();
        await ActAsync(refused, Ciso, ApprovalAct.Reject);
        (await Value(null)).ShouldBe("14日");

        var asked = (await Ask(new() { [Key] = "7日" }, "委員会の決定")).Value;
        (await Value(null)).ShouldBe("14日");
        var before = database.Time.GetUtcNow();
        database.Time.Advance(TimeSpan.FromDays(1));
        await ActAsync(asked, Ciso, ApprovalAct.Agree);
        (await Value(null)).ShouldBe("7日");
        (await Value(before)).ShouldBe("14日");
        await using var read = await database.Database.ReadAsync(default);
        var step = await Sekisho.Policy.FirstWeek.Steps.Single(s => s.Number == 8).StateAsync(read, default);
        (step.Done, step.IsComplete, step.Open > 0).ShouldBe((1, false, true), "one value decided is not the whole step");
        (await database.RecordsAsync("policy.parameter.set")).Single().Text("value").ShouldBe("7日");
    }

    private Task<Result<Guid>> Ask(Dictionary<string, string> values, string basis) =>
        database.Services.GetRequiredService<RequestParameters>().RunAsync(PolicyDatabase.NewId(), Asker, values, basis, default);

    private async Task ActAsync(Guid approval, Actor actor, ApprovalAct act) =>
        (await database.RunAsync<ApprovalState>("test", (work, ct) => database.Services.GetRequiredService<ApprovalEngine>().ActAsync(work, approval, 1, new ApprovalCommand(act, actor.PersonId!), "見た", ct), actor)).IsOk.ShouldBeTrue();

    private async Task<string> Value(DateTimeOffset? asOf)
    {
        await using var read = await database.Database.ReadAsync(default);
        var applied = (await database.Services.GetRequiredService<PackLibrary>().AppliedAsync(read, default, asOf))!;
        return applied.ParameterOf(applied.Catalogue["ORG-02"], "vacancy_grace");
    }

    private async Task SeatsAsync() => (await database.RunAsync<bool>("test", async (work, ct) =>
    {
        await work.ReplaceRoleHoldersAsync("city", [new RoleHolder(RoleCode.Ciso, "city", null, "ciso", null, "post", new DateOnly(2020, 1, 1), null, false)], ct);
        work.Fact(new Sekisho.Kernel.Facts.Organisation.OrgRoleAppointed(RoleCode: "CISO", PersonId: "ciso"));
        return true;
    })).IsOk.ShouldBeTrue();

    private static Actor Person(string id) => new(ActorKind.Person, id, id, "city", null, new HashSet<string>());
}

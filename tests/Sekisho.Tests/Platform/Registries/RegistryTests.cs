using Sekisho.Kernel;
using Sekisho.Platform.Registries;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Registries;

public sealed class RegistryTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly April = new(2026, 4, 1);
    private static readonly Dictionary<string, object> Payload = new(StringComparer.Ordinal);

    [Fact]
    public async Task Holders_are_those_of_the_day_half_open()
    {
        RoleHolder[] rows =
        [
            new(RoleCode.Ciso, "mayor", null, "p1", "vice-mayor", "by-post", April, new DateOnly(2027, 4, 1), false),
            new(RoleCode.SectHead, "mayor", "u1", "p2", null, "nominated", April, null, false),
            new(RoleCode.SectHead, "mayor", "u1", "p3", null, "acting", new DateOnly(2026, 8, 1), new DateOnly(2026, 9, 1), true),
        ];
        await Write(work => work.ReplaceRoleHoldersAsync("mayor", rows));
        await using var read = await db.Database.ReadAsync(default);
        (await read.RoleHoldersAsync(April.AddDays(-1))).ShouldBeEmpty();
        (await read.RoleHoldersAsync(April)).ShouldBe(rows[..2]);
        (await read.RoleHoldersAsync(new DateOnly(2026, 8, 31), RoleCode.SectHead, unit: "u1")).ShouldBe(rows[1..]);
        (await read.RoleHoldersAsync(new DateOnly(2026, 9, 1), RoleCode.SectHead)).ShouldBe(rows[1..2]);
        (await read.RoleHoldersAsync(April, person: "p1")).ShouldBe(rows[..1]);
        (await read.RoleHoldersAsync(April, organ: "assembly")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_of_another_organ_is_refused() => await Should.ThrowAsync<ArgumentException>(() => Write(work =>
        work.ReplaceRoleHoldersAsync("mayor", [new(RoleCode.Ciso, "board", null, "p", null, "x", April, null, false)])));

    [Fact]
    public async Task Subjects_and_links_are_put_changed_and_removed()
    {
        var system = new TargetRef(TargetKind.System, "s1");
        await Write(work => work.PutSubjectAsync(new(system, "住民記録", "mayor", "u1", "3A", "Z_LGWAN")));
        await Write(work => work.PutSubjectAsync(new(system, "住民記録システム", "mayor", "u2", "3A", "Z_LGWAN")));
        await Write(work => work.PutLinkAsync(new(system, TargetRef.Unit("u2"), "operates")));
        await using (var read = await db.Database.ReadAsync(default))
        {
            (await read.SubjectsAsync(TargetKind.System)).ShouldBe([new(system, "住民記録システム", "mayor", "u2", "3A", "Z_LGWAN")]);
            (await read.SubjectsAsync(unit: "u1")).ShouldBeEmpty();
            (await read.LinksAsync(to: TargetRef.Unit("u2"))).ShouldBe([new(system, TargetRef.Unit("u2"), "operates")]);
        }
        await Write(async work => { await work.RemoveSubjectAsync(system); await work.RemoveLinkAsync(new(system, TargetRef.Unit("u2"), "operates")); });
        await using var after = await db.Database.ReadAsync(default);
        (await after.SubjectsAsync(TargetKind.System)).ShouldBeEmpty();
        (await after.LinksAsync(from: system)).ShouldBeEmpty();
    }

    private Task Write(Func<Sekisho.Platform.UnitOfWork, Task> body) => db.RunAsync<int>("test.registry", async (work, _) =>
    {
        await body(work);
        work.Audit("test.thing.done", Payload);
        return 1;
    });
}

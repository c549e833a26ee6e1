using Sekisho.Kernel;
using Sekisho.Platform.Notifications;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Notifications;

public sealed class NotificationTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_notice_is_unread_until_its_person_has_read_it()
    {
        await db.RunAsync<int>("test.notify", (work, _) =>
        {
            work.Notify("p1", "test.notice", new Dictionary<string, string>(StringComparer.Ordinal) { ["n"] = "一" }, "/x");
            work.Notify("p1", "test.notice", new Dictionary<string, string>(StringComparer.Ordinal) { ["n"] = "二" }, null);
            return Task.FromResult<Result<int>>(1);
        });
        Guid first;
        await using (var read = await db.Database.ReadAsync(default))
        {
            (await read.CountUnreadNotificationsAsync("p1", default)).ShouldBe(2);
            (await read.CountUnreadNotificationsAsync("p2", default)).ShouldBe(0);
            var list = await read.NotificationsAsync("p1", 0, 10, default);
            list.Select(n => n.Args["n"]).ShouldBe(["一", "二"], ignoreOrder: true);
            first = list[0].Id;
        }
        await Mark("p2", first);
        await Mark("p1", first);
        await using (var read = await db.Database.ReadAsync(default)) (await read.CountUnreadNotificationsAsync("p1", default)).ShouldBe(1);
        await Mark("p1", null);
        await using (var read = await db.Database.ReadAsync(default)) (await read.CountUnreadNotificationsAsync("p1", default)).ShouldBe(0);
    }

    private Task Mark(string person, Guid? id) => db.RunAsync<int>("test.read", async (work, ct) => { await work.MarkReadAsync(person, id, ct); return 1; });
}

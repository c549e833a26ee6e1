using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Setup;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Setup;

public sealed class SetContactLineTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_line_is_kept_for_everybody_and_the_second_of_two_who_change_it_at_once_is_told()
    {
        (await SetContactLine.ReadAsync(db.Database, default)).ShouldBe(("", 0));
        (await SetAsync(" 情報課 内線 1 ", 0)).Value.ShouldBe("情報課 内線 1");
        (await SetAsync("総務課", 0)).Refusals.Single().IsConflict.ShouldBeTrue();
        (await SetAsync("情報課 内線 2", 1)).IsOk.ShouldBeTrue();
        (await SetAsync("総務課", 1)).Refusals.Single().IsConflict.ShouldBeTrue();
        (await SetContactLine.ReadAsync(db.Database, default)).ShouldBe(("情報課 内線 2", 2));
        (await SetAsync("課\n内線", 2)).Refusals.Single().Field.ShouldBe("contact");
        (await SetAsync(new string('あ', SetContactLine.Longest + 1), 2)).Refusals.Single().Field.ShouldBe("contact");
        (await SetContactLine.ReadAsync(db.Database, default)).ShouldBe(("情報課 内線 2", 2));
    }

    private Task<Result<string>> SetAsync(string line, int version) => new SetContactLine(line, version).RunAsync(db.Commands, IdSource.Random.Next(), Actor.Service("test"), default);
}

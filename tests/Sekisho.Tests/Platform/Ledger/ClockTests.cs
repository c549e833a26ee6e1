using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sekisho.Kernel;
using Sekisho.Platform.Ledger;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Ledger;

public sealed class ClockTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_jump_is_recorded_and_sealing_never_goes_back_in_time()
    {
        var host = new SealerHost(db.Sealer, db.Commands, db.PlatformOptions, db.Time, IdSource.Random, NullLogger<SealerHost>.Instance);
        await Write();
        await host.RoundAsync(default);
        var before = await LastSealed();
        db.Time.Advance(TimeSpan.FromSeconds(-3600));
        await Write();
        await host.RoundAsync(default);
        (await LastSealed()).ShouldBe(before);
        (await db.SqlAsync("select (body -> 'payload' ->> 'seconds')::int from platform.record where name = 'platform.clock.jumped'")).ShouldBeOfType<int>().ShouldBeInRange(-3601, -3599);
        db.Time.Advance(TimeSpan.FromSeconds(7200));
        await Write();
        await host.RoundAsync(default);
        (await LastSealed()).ShouldBeGreaterThan(before);
        (await db.SqlAsync("select count(*) from platform.record where name = 'platform.clock.jumped'")).ShouldBe(2L);
    }

    [Fact]
    public async Task A_record_that_fell_off_the_waiting_list_is_found_again()
    {
        await Write();
        await db.SqlAsync("delete from platform.unsealed");
        await db.Sealer.SealAsync(default);
        var size = await db.Ledger.SizeAsync();
        (await db.Sealer.SweepAsync(default)).ShouldBe(1);
        await db.Sealer.SealAsync(default);
        (await db.Ledger.SizeAsync()).ShouldBe(size + 1);
    }

    private async Task<DateTime> LastSealed() => (DateTime)(await db.SqlAsync("select max(sealed_at) from platform.checkpoint"))!;

    private async Task Write() => (await db.RunAsync<Guid>("test.write", (work, _) => Task.FromResult<Result<Guid>>(
        work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal) { ["n"] = 1 })))).IsOk.ShouldBeTrue();
}

using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sekisho.Kernel;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Ledger;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Ledger;

public sealed class LedgerOriginTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_restored_ledger_goes_on_under_a_new_origin_that_cites_the_old_checkpoint()
    {
        await Write("before");
        await db.SealAsync();
        var old = (await Verify()).Origin;
        await using (var source = NpgsqlDataSource.Create(db.Superuser))
        await using (var connection = await source.OpenConnectionAsync())
            (await LedgerOrigin.BeginAsync(connection, IdSource.Random, default)).ShouldNotBeNull().Continues.ShouldStartWith(old + " ");
        await Write("after");
        await using var sealer = new Sealer(db.PlatformOptions, db.Time, db.Services.GetRequiredService<SealerKey>(), new SealSignal());
        await sealer.SealAsync(default);
        var report = await Verify();
        report.Fault.ShouldBeNull();
        report.Origin.ShouldNotBe(old);
        ((string)(await db.SqlAsync("select note from platform.checkpoint order by size desc limit 1"))!).ShouldContain($"\ncontinues {old} ");
    }

    private Task<LedgerReport> Verify() => db.Services.GetRequiredService<LedgerVerifier>().VerifyAsync(
        db.Services.GetRequiredService<SealerKey>().PublicPem, [], db.Services.GetRequiredService<KeyFile>());

    private async Task Write(string code) => (await db.RunAsync<Guid>("test.write", (work, _) => Task.FromResult<Result<Guid>>(
        work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal) { ["code"] = code })))).IsOk.ShouldBeTrue();
}

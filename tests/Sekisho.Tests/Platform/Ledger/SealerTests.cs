using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Gate;
using Sekisho.Kernel.Ledger;
using Sekisho.Platform;
using Sekisho.Platform.Ledger;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Ledger;

public sealed class SealerTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Records_get_gap_free_numbers_and_come_back_as_they_were_written()
    {
        var at = db.Time.GetUtcNow();
        var id = Guid.Empty;
        (await db.RunAsync<int>("gate.accept", (work, _) =>
        {
            id = work.Fact(new MailAccepted(MessageId: "<a@\u0000\uD800b>", SrcZone: "Z_INET", DstZone: "Z_LGWAN", AcceptedAt: at));
            work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal) { ["count"] = 3, ["list"] = new[] { "b", "a" }, ["day"] = new DateOnly(2026, 4, 1) },
                new Dictionary<string, string>(StringComparer.Ordinal) { ["subject"] = "会議の件" }, TargetRef.Unit("u1"));
            return Task.FromResult<Result<int>>(1);
        })).IsOk.ShouldBeTrue();
        await db.SealAsync();

        var all = await All();
        all.Select(r => r.Leaf).ShouldBe(Enumerable.Range(0, all.Count).Select(n => (long)n));
        var fact = all.Single(r => r.Id == id);
        fact.Text("message_id").ShouldBe("<a@\uFFFD\uFFFDb>");
        fact.Time("accepted_at").ShouldBe(Instant.Cut(at));
        fact.Source.ShouldBe("gate.accept");
        fact.IsFact.ShouldBeTrue();
        var audit = all.Single(r => r.Leaf == fact.Leaf + 1);
        audit.Number("count").ShouldBe(3);
        audit.List("list").ShouldBe(["b", "a"]);
        audit.SideFields.ShouldBe(["subject"]);
        audit.Targets.ShouldBe([TargetRef.Unit("u1")]);
    }

    [Fact]
    public async Task Concurrent_writers_and_sealers_lose_nothing()
    {
        var before = await db.Ledger.SizeAsync();
        var writers = Enumerable.Range(0, 4).Select(async w =>
        {
            for (var i = 0; i < 25; i++)
                await db.RunAsync<int>("test.write", (work, _) =>
                {
                    work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal) { ["w"] = w, ["i"] = i });
                    return Task.FromResult<Result<int>>(1);
                });
        });
        var sealing = Enumerable.Range(0, 2).Select(async _ =>
        {
            for (var i = 0; i < 20; i++) await db.Sealer.SealAsync(CancellationToken.None);
        });
        await Task.WhenAll(writers.Concat(sealing));
        await db.Sealer.SealAsync(CancellationToken.None);
        (await db.Ledger.SizeAsync() - before).ShouldBe(100);
        (await db.SqlAsync("select count(*) from platform.unsealed")).ShouldBe(0L);
        (await All()).Select(r => r.Leaf).ShouldBe(Enumerable.Range(0, (int)await db.Ledger.SizeAsync()).Select(n => (long)n));
    }

    [Fact]
    public async Task The_application_may_neither_change_records_nor_write_leaves()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(db.PlatformOptions.AppConnection);
        foreach (var sql in new[] { "update platform.record set name = 'x'", "delete from platform.record", "insert into platform.leaf values (1, gen_random_uuid(), now(), '')", "truncate platform.record" })
        {
            await using var command = source.CreateCommand(sql);
            (await Should.ThrowAsync<Npgsql.PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState.ShouldBe("42501");
        }
    }

    [Fact]
    public async Task A_day_has_the_size_of_its_last_checkpoint()
    {
        await Write();
        await db.SealAsync();
        var size = await db.Ledger.SizeAsync();
        var day = JapanTime.Day(db.Time.GetUtcNow());
        db.Time.Advance(TimeSpan.FromDays(2));
        await Write();
        await db.SealAsync();
        (await db.Ledger.SizeAtEndOfDayAsync(day)).ShouldBe(size);
        (await db.Ledger.SizeAtEndOfDayAsync(day.AddDays(1))).ShouldBe(size);
        (await db.Ledger.SizeAtEndOfDayAsync(day.AddDays(2))).ShouldBe(size + 1);
    }

    private Task<Result<int>> Write() => db.RunAsync<int>("test.write", (work, _) =>
    {
        work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal) { ["x"] = 1 });
        return Task.FromResult<Result<int>>(1);
    });

    private async Task<List<SealedRecord>> All()
    {
        var all = new List<SealedRecord>();
        await foreach (var record in db.Ledger.ReadAsync(0)) all.Add(record);
        return all;
    }
}

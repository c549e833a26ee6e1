using Microsoft.Extensions.DependencyInjection;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;
using Sekisho.Platform;
using Sekisho.Platform.Ledger;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Platform.Ledger;

public sealed class ConsumerTests(ConsumerTests.WithConsumers db) : IClassFixture<ConsumerTests.WithConsumers>
{
    public sealed class WithConsumers : TestDatabase
    {
        internal Follower First { get; } = new("first");
        internal Follower Second { get; } = new("second");
        protected override void Configure(IServiceCollection collection) => collection.AddSingleton<ISealedConsumer>(First).AddSingleton<ISealedConsumer>(Second);
    }

    internal sealed class Follower(string name) : ISealedConsumer
    {
        public string Name => name;
        public List<long> Seen { get; } = [];
        public bool Fails { get; set; }

        public Task ConsumeAsync(IReadOnlyList<SealedRecord> batch, UnitOfWork work, CancellationToken ct)
        {
            if (Fails) throw new InvalidOperationException("cannot follow");
            Seen.AddRange(batch.Select(r => r.Leaf));
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Every_consumer_sees_every_leaf_once_in_order_and_one_that_fails_loses_nothing()
    {
        await Write(3);
        await db.SealAsync();
        db.First.Fails = true;
        await Write(1200);
        await Should.ThrowAsync<InvalidOperationException>(db.SealAsync);
        db.First.Fails = false;
        await db.SealAsync();
        await db.SealAsync();
        var all = Enumerable.Range(0, (int)await db.Ledger.SizeAsync()).Select(n => (long)n).ToList();
        db.First.Seen.ShouldBe(all);
        db.Second.Seen.ShouldBe(all);
        (await db.SqlAsync("select count(*) from platform.consumer where next_leaf = (select size from platform.tree)")).ShouldBe(2L);
    }

    [Fact]
    public async Task An_idle_consumer_leaves_no_command_behind()
    {
        await db.SealAsync();
        var before = await db.SqlAsync("select count(*) from platform.command");
        await db.SealAsync();
        (await db.SqlAsync("select count(*) from platform.command")).ShouldBe(before);
    }

    private Task Write(int count) => db.RunAsync<int>("test.write", (work, _) =>
    {
        for (var i = 0; i < count; i++) work.Audit("test.thing.done", new Dictionary<string, object>(StringComparer.Ordinal) { ["i"] = i });
        return Task.FromResult<Result<int>>(count);
    });
}

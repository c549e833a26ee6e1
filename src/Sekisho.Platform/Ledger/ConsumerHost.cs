using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;

namespace Sekisho.Platform.Ledger;

/// <summary>Drives every consumer on its own loop: one that fails is retried with growing pauses and never stops another.</summary>
public sealed class ConsumerHost(
    IEnumerable<ISealedConsumer> consumers, CommandRunner commands, Database database, IdSource ids, TimeProvider time, SealSignal signal, ILogger<ConsumerHost> log) : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200), LongestPause = TimeSpan.FromMinutes(1);
    private readonly List<ISealedConsumer> consumers = [.. consumers];

    /// <summary>Brings every consumer to the end of the ledger once (tests, demo loading).</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        foreach (var consumer in consumers)
            while (await StepAsync(consumer, ct) > 0) { }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(consumers.Select(c => FollowAsync(c, stoppingToken)));

    private async Task FollowAsync(ISealedConsumer consumer, CancellationToken ct)
    {
        var failures = 0;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var done = await StepAsync(consumer, ct);
                failures = 0;
                if (done == 0) await signal.WaitAsync(Poll, time, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                PlatformMeter.ConsumerFailures.Add(1, PlatformMeter.Tag("consumer", consumer.Name));
                failures = Math.Min(failures + 1, 8);
                log.LogError(e, "Consumer {Consumer} failed; it will be tried again.", consumer.Name);
                var pause = TimeSpan.FromMilliseconds(250 << failures);
                await Task.Delay(pause < LongestPause ? pause : LongestPause, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> StepAsync(ISealedConsumer consumer, CancellationToken ct)
    {
        if (!await HasMoreAsync(consumer.Name, ct)) return 0;
        var name = "consumer." + consumer.Name;
        var result = await commands.RunAsync<int>(ids.Next(), name, Actor.Service(name), async (work, token) =>
        {
            var from = await PositionAsync(work, consumer.Name, token);
            var batch = new List<SealedRecord>();
            await foreach (var record in LedgerReader.ReadAsync(work.Connection, from, long.MaxValue, BatchSize, token)) batch.Add(record);
            if (batch.Count == 0) return new Refusal("consumer.idle", "新しい記録はありません。", "待ちます。");
            await consumer.ConsumeAsync(batch, work, token);
            await MoveAsync(work, consumer.Name, batch[^1].Leaf + 1, token);
            PlatformMeter.ConsumerPosition.Record(batch[^1].Leaf + 1, PlatformMeter.Tag("consumer", consumer.Name));
            return batch.Count;
        }, ct);
        return result.IsOk ? result.Value : 0;
    }

    // Asked without a transaction: an idle consumer must not write and undo a command row five times a second.
    private async Task<bool> HasMoreAsync(string name, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand(
            "select coalesce((select size from platform.tree), 0) > coalesce((select next_leaf from platform.consumer where name = $1), 0)");
        command.Parameters.Add(new() { Value = name });
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private static async Task<long> PositionAsync(UnitOfWork work, string name, CancellationToken ct)
    {
        await using var insert = new NpgsqlCommand("insert into platform.consumer (name, updated_at) values ($1, $2) on conflict (name) do nothing", work.Connection, work.Transaction)
        {
            Parameters = { new() { Value = name }, new() { Value = work.Now } },
        };
        await insert.ExecuteNonQueryAsync(ct);
        await using var read = new NpgsqlCommand("select next_leaf from platform.consumer where name = $1 for update", work.Connection, work.Transaction)
        {
            Parameters = { new() { Value = name } },
        };
        return (long)(await read.ExecuteScalarAsync(ct))!;
    }

    private static async Task MoveAsync(UnitOfWork work, string name, long next, CancellationToken ct)
    {
        await using var update = new NpgsqlCommand("update platform.consumer set next_leaf = $2, updated_at = $3 where name = $1", work.Connection, work.Transaction)
        {
            Parameters = { new() { Value = name }, new() { Value = next }, new() { Value = work.Now } },
        };
        await update.ExecuteNonQueryAsync(ct);
    }
}

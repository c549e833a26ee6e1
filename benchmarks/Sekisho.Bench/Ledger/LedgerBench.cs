using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sekisho.Bench.Support;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Gate;
using Sekisho.Platform;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Ledger;
using Sekisho.Platform.Setup;

namespace Sekisho.Bench.Ledger;

/// <summary>Records appended and sealed per second, and the time to verify a ledger of a million leaves. Durable settings, real signatures.</summary>
internal static class LedgerBench
{
    private const int Writers = 8, Singles = 400, RecordsPerBulkCommand = 1000;

    public static async Task<int> RunAsync(string[] args)
    {
        var leaves = args is ["--leaves", var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 1_000_000;
        var machine = Machine.Describe();
        await using var cluster = await BenchCluster.StartAsync();
        await using var services = await SetUpAsync(cluster);
        var lines = new List<string>
        {
            await SinglesAsync(services),
            await BulkAsync(services, leaves),
            await VerifyAsync(services),
            await SizeAsync(cluster, leaves),
        };
        Results.Append("ledger", services.GetRequiredService<TimeProvider>().GetUtcNow(), machine, lines);
        return 0;
    }

    private static async Task<ServiceProvider> SetUpAsync(BenchCluster cluster)
    {
        var options = await cluster.InstallAsync();
        var services = new ServiceCollection().AddPlatform(options).BuildServiceProvider();
        await services.GetRequiredService<MigrationRunner>().RunAsync([PlatformSchema.Module], default);
        return services;
    }

    // One record a command is what a mail or a click costs; the sealer runs beside it at its interval.
    private static async Task<string> SinglesAsync(IServiceProvider services)
    {
        using var stop = new CancellationTokenSource();
        var sealing = SealUntilAsync(services, stop.Token);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ => { for (var i = 0; i < Singles; i++) await WriteAsync(services, 1); }));
        var written = clock.Elapsed;
        await stop.CancelAsync();
        await sealing;
        await services.GetRequiredService<Sealer>().SealAsync(default);
        return Rate("commands with one fact each, " + Writers + " at a time, appended", Writers * Singles, written) + "; all sealed " + Seconds(clock.Elapsed - written) + " later";
    }

    private static async Task<string> BulkAsync(IServiceProvider services, int leaves)
    {
        var commands = Math.Max(1, (leaves - (Writers * Singles)) / RecordsPerBulkCommand);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < commands; i++) await WriteAsync(services, RecordsPerBulkCommand);
        var appended = clock.Elapsed;
        clock.Restart();
        var count = await services.GetRequiredService<Sealer>().SealAsync(default);
        return Rate("facts appended, " + RecordsPerBulkCommand + " a command, one writer", commands * RecordsPerBulkCommand, appended) + "; " + Rate("sealed", count, clock.Elapsed);
    }

    private static async Task<string> VerifyAsync(IServiceProvider services)
    {
        var clock = Stopwatch.StartNew();
        var report = await services.GetRequiredService<LedgerVerifier>().VerifyAsync(services.GetRequiredService<SealerKey>().PublicPem, [], services.GetRequiredService<KeyFile>());
        if (!report.IsSound) throw new InvalidOperationException(report.Fault!.ToString());
        return Rate("leaves verified (bytes, index columns, " + report.Checkpoints + " checkpoints)", report.Size, clock.Elapsed);
    }

    private static async Task<string> SizeAsync(BenchCluster cluster, int leaves)
    {
        await using var source = NpgsqlDataSource.Create(cluster.Connection("postgres", "sekisho"));
        await using var command = source.CreateCommand("select pg_database_size(current_database())");
        var bytes = (long)(await command.ExecuteScalarAsync())!;
        return string.Create(CultureInfo.InvariantCulture, $"database after it: {bytes >> 20} MiB, {bytes / leaves} bytes a leaf with all indexes");
    }

    private static async Task SealUntilAsync(IServiceProvider services, CancellationToken stop)
    {
        var sealer = services.GetRequiredService<Sealer>();
        while (!stop.IsCancellationRequested)
        {
            await sealer.SealAsync(default);
            await Task.Delay(200, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static Task WriteAsync(IServiceProvider services, int records) => services.GetRequiredService<CommandRunner>().RunAsync<int>(
        IdSource.Random.Next(), "bench.write", Actor.Service("bench"), (work, _) =>
        {
            for (var i = 0; i < records; i++) work.Fact(new MailAccepted(MessageId: "m" + work.Ids.Next(), SrcZone: "Z_INET", DstZone: "Z_LGWAN", AcceptedAt: work.Now));
            return Task.FromResult<Result<int>>(records);
        }, default);

    private static string Rate(string what, long count, TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what} in {Seconds(time)} = {count / time.TotalSeconds:0}/s");

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}

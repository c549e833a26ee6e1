using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Platform;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Board;

/// <summary>Judges anew every minute, because silence and ends of periods arrive without a fact; a command runs only when a verdict must be written.</summary>
public sealed class ConformityClock : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly ConformityState state;
    private readonly PackLibrary packs;
    private readonly Database database;
    private readonly CommandRunner commands;
    private readonly IdSource ids;
    private readonly TimeProvider time;
    private readonly ILogger log;

    internal ConformityClock(ConformityState state, PackLibrary packs, Database database, CommandRunner commands, IdSource ids, TimeProvider time, ILogger<ConformityClock> log) =>
        (this.state, this.packs, this.database, this.commands, this.ids, this.time, this.log) = (state, packs, database, commands, ids, time, log);

    /// <summary>One look at the clock. Public for tests and for the simulated days of a demonstration city.</summary>
    /// <returns>How many verdicts the ledger was told.</returns>
    public async Task<int> TickAsync(CancellationToken ct)
    {
        using var held = await state.LockAsync(ct);
        await state.CatchUpAsync(ct);
        var due = await DueAsync(ct);
        if (due.Count == 0) return 0;
        var result = await commands.RunAsync<int>(ids.Next(), "policy.conformity.compute", Actor.Service("policy.conformity"), (work, _) =>
        {
            foreach (var fact in due) work.Fact(fact);
            return Task.FromResult<Result<int>>(due.Count);
        }, ct);
        if (!result.IsOk) state.Forget();
        return result.IsOk ? result.Value : 0;
    }

    private async Task<IReadOnlyList<ClauseVerdictComputed>> DueAsync(CancellationToken ct)
    {
        var now = Instant.Cut(time.GetUtcNow());
        try
        {
            await using var read = await database.ReadAsync(ct);
            return await packs.AppliedAsync(read, ct) is { } applied ? state.Due(applied, state.Judge(applied, now), now) : [];
        }
        catch (InvalidOperationException e)
        {
            // A pack or rule this version cannot read: the board must say 測定不能 rather than keep an old answer.
            log.LogError(e, "The verdicts could not be computed.");
            return state.DueFailed(now);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TickAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                state.Forget();
                log.LogError(e, "The verdicts could not be computed; it will be tried again.");
            }
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

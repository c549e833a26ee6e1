using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sekisho.Gate.Model;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Gate;
using Sekisho.Platform;
using Sekisho.Platform.Content;

namespace Sekisho.Gate.Holding;

/// <summary>
/// Looks whether the originals that have to be kept are there (OR-01, SAN-02): those of the last day every minute, all of them at start and every hour. What is gone is a fact, and
/// so is what is there again. Only the file is looked for; whether its bytes are the same is found when it is read.
/// </summary>
internal sealed class OriginalsWatch(Database database, ContentStore store, CommandRunner commands, IdSource ids, TimeProvider time, ILogger<OriginalsWatch> log) : BackgroundService
{
    public const string Held = "held", Lost = "lost";
    private const int WholeRound = 60;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1), Recent = TimeSpan.FromHours(24);

    /// <param name="all">Every original that must be kept, or those of the last day.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>How many were lost or found since the last look.</returns>
    public async Task<int> LookAsync(bool all, CancellationToken ct)
    {
        var changed = await ChangedAsync(all ? DateTimeOffset.MinValue : time.GetUtcNow() - Recent, ct);
        if (changed.Count == 0) return 0;
        var written = await commands.RunAsync<int>(ids.Next(), "gate.originals.look", Actor.Service("gate.originals"), (work, token) => WriteAsync(work, changed, token), ct);
        return written.IsOk ? written.Value : 0;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var round = 0; !stoppingToken.IsCancellationRequested; round++)
        {
            try
            {
                await LookAsync(round % WholeRound == 0, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The originals could not be looked for; it will be tried again.");
            }
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<List<string>> ChangedAsync(DateTimeOffset since, CancellationToken ct)
    {
        var today = JapanTime.Day(time.GetUtcNow());
        await using var read = await database.ReadAsync(ct);
        var kept = await read.Context<GateContext>().Mails.Where(m => m.ReceivedAt >= since && m.RetainUntil >= today)
            .Select(m => new { m.Id, m.OriginalObject, IsLost = m.OriginalLostAt != null }).ToListAsync(ct);
        return [.. kept.Where(m => store.Has(m.OriginalObject) == m.IsLost).Select(m => m.Id)];
    }

    private async Task<Result<int>> WriteAsync(UnitOfWork work, List<string> changed, CancellationToken ct)
    {
        var mails = await work.Context<GateContext>().Mails.Where(m => changed.Contains(m.Id)).ToListAsync(ct);
        foreach (var mail in mails)
        {
            var isThere = store.Has(mail.OriginalObject);
            mail.OriginalLostAt = isThere ? null : work.Now;
            work.Fact(new FileOriginalHeld(MessageId: mail.Id, ObjectId: mail.OriginalObject, Sha256: mail.SrcSha256, RetainUntil: mail.RetainUntil, State: isThere ? Held : Lost, At: work.Now));
        }
        return mails.Count;
    }
}

using Microsoft.EntityFrameworkCore;
using Sekisho.Gate.Model;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Content;
using Sekisho.Platform.Jobs;
using Sekisho.Platform.Keys;

namespace Sekisho.Gate.Processing;

/// <summary>Takes one accepted mail through its treatment and writes what came of it. Safe to run again: only an accepted mail is treated.</summary>
internal sealed class ProcessMailJob(Database database, CommandRunner commands, ContentStore store, MailTreatment treatment, MailRecorder recorder, IdSource ids)
    : IJobHandler
{
    public const string JobKind = "gate.process";
    private static readonly Actor Worker = Actor.Service("gate.worker");

    public string Kind => JobKind;

    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        var id = MailJobArgs.Read(job.ArgsJson);
        if (await FindAsync(id, ct) is not { State: MailState.Accepted } mail) return JobOutcome.Done;
        var result = await TreatAsync(mail, ct);
        var kept = await KeepAsync(mail, result, ct);
        var written = await commands.RunAsync<bool>(ids.Next(), "gate.mail.process", Worker, (work, token) => recorder.WriteAsync(work, id, result, kept, token), ct);
        return written.IsOk ? JobOutcome.Done : JobOutcome.Retry(written.Refusals[0].Stage);
    }

    private async Task<Mail?> FindAsync(string id, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await read.Context<GateContext>().Mails.SingleOrDefaultAsync(m => m.Id == id, ct);
    }

    private async Task<Treatment> TreatAsync(Mail mail, CancellationToken ct)
    {
        byte[] original;
        try
        {
            original = await store.ReadAsync(mail.OriginalObject, ct);
        }
        catch (Exception e) when (e is KeyUnavailableException or ContentUnavailableException)
        {
            return new Treatment(null, GateRefusals.OriginalUnreadable, false, [], TimeSpan.Zero);
        }
        return await treatment.RunAsync(mail.Id, original, ct);
    }

    /// <summary>Puts the output and the two texts on disk before the transaction that names them.</summary>
    private async Task<KeptBlobs> KeepAsync(Mail mail, Treatment result, CancellationToken ct)
    {
        var group = new HoldingGroup(mail.OrganCode, "mail-result");
        async Task<StagedObject?> Stage(ReadOnlyMemory<byte>? bytes) => bytes is { } b ? await store.StageAsync(group, b, ct) : null;
        return new KeptBlobs(
            await Stage(result.Output?.Bytes),
            await Stage(result.Reply?.Blobs.FirstOrDefault(b => b.Role == Kernel.Workers.BlobRole.Before)?.Bytes),
            await Stage(result.Reply?.Blobs.FirstOrDefault(b => b.Role == Kernel.Workers.BlobRole.After)?.Bytes),
            mail.RetainUntil);
    }
}

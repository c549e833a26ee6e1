using Sekisho.Gate.Model;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Content;
using Sekisho.Platform.Jobs;

namespace Sekisho.Gate.Processing;

/// <summary>Takes one accepted mail through its treatment and writes what came of it. Safe to run again: only an accepted mail is treated.</summary>
internal sealed class ProcessMailJob(MailShelf shelf, CommandRunner commands, ContentStore store, MailTreatment treatment, MailRecorder recorder, GateOptions options, IdSource ids)
    : IJobHandler
{
    public const string JobKind = "gate.process";
    private static readonly Actor Worker = Actor.Service("gate.worker");

    public string Kind => JobKind;

    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        var id = MailJobArgs.Read(job.ArgsJson);
        if (await shelf.MailAsync(id, ct) is not { State: MailState.Accepted } mail) return JobOutcome.Done;
        var result = await TreatAsync(mail, ct);
        var kept = await KeepAsync(mail, result, ct);
        var written = await commands.RunAsync<bool>(ids.Next(), "gate.mail.process", Worker, (work, token) => recorder.WriteAsync(work, id, result, kept, token), ct);
        return written.IsOk ? JobOutcome.Done : JobOutcome.Retry(written.Refusals[0].Stage);
    }

    private async Task<Treatment> TreatAsync(Mail mail, CancellationToken ct)
    {
        var original = await shelf.BytesAsync(mail.OriginalObject, ct);
        return original.IsOk ? await treatment.RunAsync(mail.Id, original.Value, options.Policy.For(mail.SrcZone, mail.DstZone, mail.Sender), ct) : new Treatment(null, original.Refusals[0], false, [], TimeSpan.Zero);
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

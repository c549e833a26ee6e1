using Sekisho.Gate.Model;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Jobs;

namespace Sekisho.Gate.Processing;

/// <summary>Takes one accepted mail through its treatment and writes what came of it. Safe to run again: only an accepted mail is treated.</summary>
internal sealed class ProcessMailJob(MailShelf shelf, CommandRunner commands, MailBench bench, MailRecorder recorder, IdSource ids)
    : IJobHandler
{
    public const string JobKind = "gate.process";
    private static readonly Actor Worker = Actor.Service("gate.worker");

    public string Kind => JobKind;

    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        var id = MailJobArgs.Read(job.ArgsJson);
        if (await shelf.MailAsync(id, ct) is not { State: MailState.Accepted } mail) return JobOutcome.Done;
        var result = await bench.TreatAsync(mail, null, ct);
        var kept = await bench.KeepAsync(mail, result, ct);
        var written = await commands.RunAsync<bool>(ids.Next(), "gate.mail.process", Worker, (work, token) => recorder.WriteAsync(work, id, result, kept, token), ct);
        return written.IsOk ? JobOutcome.Done : JobOutcome.Retry(written.Refusals[0].Stage);
    }
}

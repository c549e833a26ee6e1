using Sekisho.Gate.Model;
using Sekisho.Gate.Processing;
using Sekisho.Gate.Smtp;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Gate;
using Sekisho.Platform;
using Sekisho.Platform.Content;
using Sekisho.Platform.Workers;

namespace Sekisho.Gate.Intake;

/// <summary>
/// Keeps a mail before the peer hears 250 (rule T9): the original on disk, then one transaction with the row, the facts and the job.
/// Whatever goes wrong here becomes 451 at the listener and leaves nothing behind but an orphan file that is collected.
/// </summary>
internal sealed class MailIntake(CommandRunner commands, ContentStore store, IWorkers workers, GateOptions options, IdSource ids, TimeProvider time) : IMailIntake
{
    private static readonly Actor Listener = Actor.Service("gate.listener");

    public Task<bool> AcceptsAsync(string recipient, CancellationToken ct)
    {
        var domain = recipient[(recipient.LastIndexOf('@') + 1)..];
        return Task.FromResult(options.Domains.Contains(domain, StringComparer.OrdinalIgnoreCase) || options.Routes.ContainsKey(domain));
    }

    public async Task<Result<string>> AcceptAsync(IncomingMail mail, CancellationToken ct)
    {
        // Without a sandbox nothing hostile is taken in: the peer keeps it and tries again (rule T7).
        if (!workers.State.IsUsable) return WorkerRefusals.NoSandbox;
        var until = JapanTime.Day(time.GetUtcNow()).AddDays(options.RetentionDays);
        var staged = await store.StageAsync(new HoldingGroup(options.OrganCode, "mail-original"), mail.Bytes, ct);
        return await commands.RunAsync<string>(ids.Next(), "gate.mail.accept", Listener, (work, _) => Task.FromResult<Result<string>>(Keep(work, mail, staged, until)), ct);
    }

    private string Keep(UnitOfWork work, IncomingMail mail, StagedObject staged, DateOnly until)
    {
        var id = MailNumber.Of(work.Ids.Next());
        var digest = Digest.Of(mail.Bytes).Hex;
        var objectId = store.Hold(work, staged, until);
        work.Context<GateContext>().Add(new Mail
        {
            Id = id, OrganCode = options.OrganCode, State = MailState.Accepted, ReceivedAt = work.Now, Peer = mail.Peer, Helo = mail.Helo, Tls = mail.Tls,
            Sender = mail.Sender, Recipients = [.. mail.Recipients], Size = mail.Bytes.Length, SrcZone = options.Source.Code, DstZone = options.Destination.Code,
            SrcSha256 = digest, OriginalObject = objectId, RetainUntil = until,
        });
        work.Fact(new MailAccepted(MessageId: id, SrcZone: options.Source.Code, DstZone: options.Destination.Code, SrcSha256: digest, AcceptedAt: work.Now));
        work.Fact(new FileOriginalHeld(MessageId: id, ObjectId: objectId, Sha256: digest, RetainUntil: until, State: "held", At: work.Now));
        work.Enqueue(ProcessMailJob.JobKind, MailJobArgs.Write(id));
        return id;
    }
}

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
internal sealed class MailIntake(CommandRunner commands, ContentStore store, SenderFlood flood, IWorkers workers, RecipientBook book, GateOptions options, IdSource ids, TimeProvider time) : IMailIntake
{
    private static readonly Actor Listener = Actor.Service("gate.listener");

    public async Task<bool> AcceptsAsync(string recipient, CancellationToken ct) => await book.FindAsync(recipient, ct) is not null;

    public async Task<Result<string>> AcceptAsync(IncomingMail mail, CancellationToken ct)
    {
        // Without a sandbox nothing hostile is taken in: the peer keeps it and tries again (rule T7).
        if (!workers.State.IsUsable) return WorkerRefusals.NoSandbox;
        if (await flood.IsOverAsync(mail.Sender, ct)) return GateRefusals.TooMany;
        var recipients = new List<Recipient>();
        foreach (var address in mail.Recipients)
        {
            if (await book.FindAsync(address, ct) is not { } found) return GateRefusals.RecipientGone;
            recipients.Add(found);
        }
        var until = JapanTime.Day(time.GetUtcNow()).AddDays(options.RetentionDays);
        var staged = await store.StageAsync(new HoldingGroup(recipients[0].OrganCode, "mail-original"), mail.Bytes, ct);
        return await commands.RunAsync<string>(ids.Next(), "gate.mail.accept", Listener, (work, _) => Task.FromResult<Result<string>>(Keep(work, mail, recipients, staged, until)), ct);
    }

    private string Keep(UnitOfWork work, IncomingMail mail, List<Recipient> recipients, StagedObject staged, DateOnly until)
    {
        var id = MailNumber.Of(work.Ids.Next());
        var digest = Digest.Of(mail.Bytes).Hex;
        var objectId = store.Hold(work, staged, until);
        work.Context<GateContext>().Add(new Mail
        {
            Id = id, OrganCode = recipients[0].OrganCode, State = MailState.Accepted, ReceivedAt = work.Now, Peer = mail.Peer, Helo = mail.Helo, Tls = mail.Tls,
            Sender = mail.Sender, Recipients = Each(recipients, r => r.Address), Strays = Each(recipients.Where(r => r.IsStray), r => r.Named),
            Organs = Each(recipients, r => r.OrganCode), Units = Each(recipients, r => r.UnitId), Size = mail.Bytes.Length, SrcZone = options.Source.Code, DstZone = options.Destination.Code,
            SrcSha256 = digest, OriginalObject = objectId, RetainUntil = until,
        });
        work.Fact(new MailAccepted(MessageId: id, SrcZone: options.Source.Code, DstZone: options.Destination.Code, SrcSha256: digest, AcceptedAt: work.Now));
        work.Fact(new FileOriginalHeld(MessageId: id, ObjectId: objectId, Sha256: digest, RetainUntil: until, State: Holding.OriginalsWatch.Held, At: work.Now));
        work.Enqueue(ProcessMailJob.JobKind, MailJobArgs.Write(id));
        return id;
    }

    private static string[] Each(IEnumerable<Recipient> recipients, Func<Recipient, string?> of) => [.. recipients.Select(of).OfType<string>().Distinct(StringComparer.Ordinal)];
}

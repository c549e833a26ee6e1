using Sekisho.Gate.Model;
using Sekisho.Gate.Processing;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Jobs;

namespace Sekisho.Gate.Delivery;

/// <summary>
/// Hands one mail to its next server. "Delivered" is committed after the peer's 250 (rule T9); if we die between the two, the next try is counted as a
/// possible duplicate with the same Message-ID. Only bytes with the digest that was verified ever leave.
/// </summary>
internal sealed class DeliverMailJob(MailShelf shelf, CommandRunner commands, SmtpDelivery smtp, AttemptLog attempts, DeliveryRecorder recorder, IdSource ids)
    : IJobHandler
{
    public const string JobKind = "gate.deliver";
    private static readonly Actor Sender = Actor.Service("gate.sender");

    public string Kind => JobKind;

    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        var id = Guid.Parse(MailJobArgs.Read(job.ArgsJson));
        if (await shelf.DeliveryAsync(id, ct) is not ({ State: DeliveryState.Queued } delivery, var mail)) return JobOutcome.Done;
        var kept = await shelf.BytesAsync(mail.OutObject!, ct);
        if (!kept.IsOk) return JobOutcome.Retry(kept.Refusals[0].Stage);
        var message = kept.Value;
        if (Digest.Of(message).Hex != mail.OutSha256) throw new InvalidOperationException("The kept result is not the one that was verified.");
        var duplicates = await attempts.BeginAsync(id, job.Attempt, ct);
        var result = delivery.Route == "mailbox" ? new(DeliveryOutcome.Delivered, "mailbox")
            : await smtp.SendAsync(delivery.Host!, delivery.Port!.Value, mail.Sender, delivery.Recipients, message, ct);
        var written = await commands.RunAsync<bool>(ids.Next(), "gate.mail.deliver", Sender, (work, token) => recorder.WriteAsync(work, id, job.Attempt, duplicates, result, token), ct);
        if (!written.IsOk) return JobOutcome.Retry(written.Refusals[0].Stage);
        return result.Outcome switch
        {
            DeliveryOutcome.Temporary => JobOutcome.Retry("peer: " + result.Reply.Split(' ')[0]),
            DeliveryOutcome.Permanent => JobOutcome.Failed("peer: " + result.Reply.Split(' ')[0]),
            _ => JobOutcome.Done,
        };
    }
}

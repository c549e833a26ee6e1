using Microsoft.EntityFrameworkCore;
using Sekisho.Gate.Model;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts;
using Sekisho.Kernel.Facts.Gate;
using Sekisho.Platform;

namespace Sekisho.Gate.Delivery;

/// <summary>Writes how a try to deliver ended.</summary>
internal sealed class DeliveryRecorder
{
    public const string Deferred = "gate.delivery.deferred", Failed = "gate.delivery.failed", Arrived = "gate.delivery.delivered";

    public async Task<Result<bool>> WriteAsync(UnitOfWork work, Guid id, int attempt, int duplicates, DeliveryResult result, CancellationToken ct)
    {
        var db = work.Context<GateContext>();
        var delivery = await db.Deliveries.SingleAsync(d => d.Id == id, ct);
        if (delivery.State != DeliveryState.Queued) return true;
        var mail = await db.Mails.SingleAsync(m => m.Id == delivery.MailId, ct);
        (delivery.Attempts, delivery.PossibleDuplicates, delivery.LastReply) = (attempt, duplicates, result.Reply);
        if (await db.Attempts.SingleOrDefaultAsync(a => a.DeliveryId == id && a.Number == attempt, ct) is { } open) open.EndedAt = work.Now;
        var name = result.Outcome switch { DeliveryOutcome.Delivered => Arrived, DeliveryOutcome.Permanent => Failed, _ => Deferred };
        work.Audit(name, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["message_id"] = mail.Id, ["delivery_id"] = id.ToString(), ["attempt"] = (long)attempt, ["possible_duplicates"] = (long)duplicates,
        }, null, new TargetRef(TargetKind.Message, mail.Id));
        if (result.Outcome == DeliveryOutcome.Temporary) return true;
        delivery.State = result.Outcome == DeliveryOutcome.Delivered ? DeliveryState.Delivered : DeliveryState.Failed;
        if (result.Outcome == DeliveryOutcome.Delivered) await ReleaseAsync(work, db, mail, delivery, ct);
        await FinishAsync(work, db, mail, delivery, ct);
        return true;
    }

    private static async Task ReleaseAsync(UnitOfWork work, GateContext db, Mail mail, Model.Delivery delivery, CancellationToken ct)
    {
        delivery.DeliveredAt = work.Now;
        if (delivery.Route == "mailbox")
            foreach (var recipient in delivery.Recipients)
                db.Add(new MailboxMail { DeliveryId = delivery.Id, Recipient = recipient.ToLowerInvariant(), MailId = mail.Id, ArrivedAt = work.Now });
        var parts = await db.Parts.Where(p => p.MailId == mail.Id && p.OutputSha256 != null).OrderBy(p => p.Ordinal).Select(p => p.OutputSha256!).ToListAsync(ct);
        // Measured, not assumed: a mail nobody treated, or whose body is not text of ours, went around the gate whoever sent it on.
        var bypassed = mail.ProcessedAt is null || mail.BodyToText != true;
        work.Fact(new MailReleased(
            MessageId: mail.Id, SrcZone: mail.SrcZone, DstZone: mail.DstZone, OutSha256: mail.OutSha256, PartSha256s: FactList.From(parts),
            ApprovalRequired: mail.HoldStage is not null, ApprovalRef: mail.ApprovalId, Bypassed: bypassed, At: work.Now));
    }

    /// <summary>A mail ends when none of its deliveries is under way.</summary>
    private static async Task FinishAsync(UnitOfWork work, GateContext db, Mail mail, Model.Delivery last, CancellationToken ct)
    {
        var others = await db.Deliveries.Where(d => d.MailId == mail.Id && d.Id != last.Id).Select(d => d.State).ToListAsync(ct);
        if (others.Exists(s => s is DeliveryState.Queued or DeliveryState.NoRelay)) return;
        mail.State = others.Append(last.State).Contains(DeliveryState.Failed) ? MailState.Undeliverable : MailState.Delivered;
        mail.FinishedAt = work.Now;
    }
}

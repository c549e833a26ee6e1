using Microsoft.EntityFrameworkCore;
using Sekisho.Gate.Delivery;
using Sekisho.Gate.Model;
using Sekisho.Gate.Processing;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Gate.Holding;

/// <summary>What people may do with a held mail. The original never leaves: a release delivers the verified result with its notes.</summary>
internal sealed class HeldMails(DeliveryQueue queue)
{
    public const string Reprocessed = "gate.mail.reprocessed", Released = "gate.mail.release_decided", Discarded = "gate.mail.discarded", PasswordTried = "gate.mail.password_tried";
    private const int MostTries = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>Back to the workers, for a mail that was held because a part of the gate was away.</summary>
    public async Task<Result<bool>> ReprocessAsync(UnitOfWork work, string id, int version, CancellationToken ct)
    {
        var found = await HeldAsync(work, id, version, ct);
        if (!found.IsOk) return found.As<bool>();
        var mail = found.Value;
        mail.State = MailState.Accepted;
        (mail.HoldStage, mail.HoldReason, mail.HoldAdvice) = (null, null, null);
        Note(work, Reprocessed, mail, null);
        work.Enqueue(ProcessMailJob.JobKind, MailJobArgs.Write(id));
        return true;
    }

    /// <summary>Counts a password typed for the mail before it is tried (LM-21: five in ten minutes), right or wrong.</summary>
    public async Task<Result<bool>> TryPasswordAsync(UnitOfWork work, string id, CancellationToken ct)
    {
        var found = await HeldAsync(work, id, null, ct);
        if (!found.IsOk) return found.As<bool>();
        var mail = found.Value;
        if (mail.PasswordSince is not { } since || work.Now - since >= Window) (mail.PasswordSince, mail.PasswordTries) = (work.Now, 0);
        if (mail.PasswordTries >= MostTries) return GateRefusals.TooManyPasswords;
        mail.PasswordTries++;
        Note(work, PasswordTried, mail, null);
        return true;
    }

    /// <summary>Takes the hold off for a result that is written in the same transaction.</summary>
    public async Task<Result<bool>> ReopenAsync(UnitOfWork work, string id, CancellationToken ct)
    {
        var found = await HeldAsync(work, id, null, ct);
        if (!found.IsOk) return found.As<bool>();
        found.Value.State = MailState.Accepted;
        (found.Value.HoldStage, found.Value.HoldReason, found.Value.HoldAdvice) = (null, null, null);
        Note(work, Reprocessed, found.Value, null);
        return true;
    }

    /// <summary>Delivers the verified result. Called by the approval engine after the last step of the release.</summary>
    public async Task<Result<bool>> ReleaseAsync(UnitOfWork work, string id, string approvalId, CancellationToken ct)
    {
        var found = await HeldAsync(work, id, null, ct);
        if (!found.IsOk) return found.As<bool>();
        var mail = found.Value;
        if (mail.OutObject is null || mail.OutSha256 is null) return GateRefusals.NothingToDeliver;
        (mail.State, mail.ApprovalId) = (MailState.Sending, approvalId);
        Note(work, Released, mail, approvalId);
        queue.Add(work, mail);
        return true;
    }

    /// <summary>Ends a held mail without delivery; the original stays until its term ends.</summary>
    public async Task<Result<bool>> DiscardAsync(UnitOfWork work, string id, int version, CancellationToken ct)
    {
        var found = await HeldAsync(work, id, version, ct);
        if (!found.IsOk) return found.As<bool>();
        found.Value.State = MailState.Discarded;
        found.Value.FinishedAt = work.Now;
        Note(work, Discarded, found.Value, null);
        return true;
    }

    private static async Task<Result<Mail>> HeldAsync(UnitOfWork work, string id, int? version, CancellationToken ct)
    {
        var db = work.Context<GateContext>();
        if (await db.Mails.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } mail) return GateRefusals.Missing;
        if (mail.State != MailState.Held) return GateRefusals.NotHeld;
        if (version is { } seen) db.ExpectVersion(mail, seen);
        return mail;
    }

    private static void Note(UnitOfWork work, string name, Mail mail, string? approvalId)
    {
        var payload = new Dictionary<string, object>(StringComparer.Ordinal) { ["message_id"] = mail.Id };
        if (approvalId is not null) payload["approval_id"] = approvalId;
        work.Audit(name, payload, null, new TargetRef(TargetKind.Message, mail.Id));
    }
}

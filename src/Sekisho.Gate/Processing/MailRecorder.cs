using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sekisho.Gate.Delivery;
using Sekisho.Gate.Model;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Gate;
using Sekisho.Kernel.Workers;
using Sekisho.Platform;
using Sekisho.Platform.Content;

namespace Sekisho.Gate.Processing;

/// <summary>Writes the outcome of a treatment: rows, facts and, when the mail may go on, the queue. One transaction.</summary>
internal sealed class MailRecorder(ContentStore store, DeliveryQueue queue)
{
    public async Task<Result<bool>> WriteAsync(UnitOfWork work, string id, Treatment result, KeptBlobs kept, CancellationToken ct)
    {
        var db = work.Context<GateContext>();
        var mail = await db.Mails.SingleAsync(m => m.Id == id, ct);
        // Somebody else treated it while we worked: their outcome stands.
        if (mail.State != MailState.Accepted) return true;
        Fill(work, mail, result, kept);
        await ReplaceDetailsAsync(db, mail, result.Reply, ct);
        Report(work, mail, result);
        if (mail.State == MailState.Sending) queue.Add(work, mail);
        return true;
    }

    private void Fill(UnitOfWork work, Mail mail, Treatment result, KeptBlobs kept)
    {
        string? Held(StagedObject? o) => o is null ? null : store.Hold(work, o, kept.Until);
        var details = result.Reply?.Details ?? new Dictionary<string, string>(StringComparer.Ordinal);
        mail.State = result.Blocked ? MailState.Blocked : result.Hold is not null ? MailState.Held : MailState.Sending;
        mail.Outcome = result.Outcome.ToString();
        (mail.HoldStage, mail.HoldReason, mail.HoldAdvice) = (result.Hold?.Stage, result.Hold?.WhatHappened, result.Hold?.WhatToDo);
        mail.Subject = details.GetValueOrDefault("subject", "");
        mail.HeaderFrom = details.GetValueOrDefault("from", "");
        mail.HeaderMessageId = details.GetValueOrDefault("messageId", "");
        mail.BodyToText = details.GetValueOrDefault("bodyToText") == "1";
        mail.OutSha256 = result.Output?.Digest.Hex;
        (mail.OutObject, mail.BeforeObject, mail.AfterObject) = (Held(kept.Output), Held(kept.Before), Held(kept.After));
        mail.ProcessedAt = work.Now;
        if (result.Blocked) mail.FinishedAt = work.Now;
    }

    private static async Task ReplaceDetailsAsync(GateContext db, Mail mail, WorkerReply? reply, CancellationToken ct)
    {
        db.RemoveRange(await db.Parts.Where(p => p.MailId == mail.Id).ToListAsync(ct));
        db.RemoveRange(await db.Findings.Where(f => f.MailId == mail.Id).ToListAsync(ct));
        if (reply is null) return;
        var ordinal = 0;
        foreach (var part in reply.Parts)
            db.Add(new MailPart
            {
                MailId = mail.Id, Ordinal = ordinal++, Path = part.Path, Name = part.Name, DeclaredType = part.DeclaredType, FoundType = part.FoundType,
                Outcome = part.Outcome.ToString(), InputSize = part.InputSize, InputSha256 = part.InputDigest.Hex, OutputSize = part.OutputSize,
                OutputSha256 = part.OutputDigest?.Hex,
            });
        ordinal = 0;
        foreach (var finding in reply.Findings)
            db.Add(new MailFinding
            {
                MailId = mail.Id, Ordinal = ordinal++, Rule = finding.Rule, Action = finding.Action.ToString(), Place = finding.Place, Count = finding.Count,
                Arguments = JsonSerializer.Serialize(finding.Arguments),
            });
    }

    private static void Report(UnitOfWork work, Mail mail, Treatment result)
    {
        foreach (var scan in result.Scans)
            work.Fact(new FileScanned(
                MessageId: mail.Id, FileId: FileId(scan.Place), Stage: scan.Stage, Sha256: scan.Digest.Hex, Engine: scan.Result.Engine,
                SignatureVersion: scan.Result.SignatureVersion, ScanResult: scan.Result.Outcome.ToString(), At: work.Now));
        var parts = result.Reply?.Parts ?? [];
        foreach (var part in parts)
            work.Fact(new FileSanitised(
                MessageId: mail.Id, FileId: FileId(part.Path), Type: part.FoundType, SrcSha256: part.InputDigest.Hex, OutSha256: part.OutputDigest?.Hex,
                Removed: [.. Rules(result.Reply!, part.Path)], Method: "rebuild", Outcome: part.Outcome.ToString(), At: work.Now));
        work.Fact(new MailSanitised(
            MessageId: mail.Id, SrcSha256: mail.SrcSha256, OutSha256: mail.OutSha256, BodyToText: mail.OutSha256 is not null && mail.BodyToText == true,
            PartsRemoved: parts.Count(p => p.Outcome is Outcome.Blocked or Outcome.Held).ToString(System.Globalization.CultureInfo.InvariantCulture),
            Outcome: mail.Outcome, DurationMs: (long)result.Duration.TotalMilliseconds));
    }

    private static string[] Rules(WorkerReply reply, string path) =>
        [.. reply.Findings.Where(f => f.Action is not FindingAction.Kept && (f.Place == path || f.Place.StartsWith(path + "/", StringComparison.Ordinal)))
            .Select(f => f.Rule).Distinct(StringComparer.Ordinal)];

    /// <summary>A place inside a mail may carry names of people: the ledger gets its digest.</summary>
    private static string FileId(string place) => place.Length == 0 ? "mail" : Digest.OfText(place).Hex[..16];
}

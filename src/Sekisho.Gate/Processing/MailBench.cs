using Sekisho.Gate.Model;
using Sekisho.Platform.Content;

namespace Sekisho.Gate.Processing;

/// <summary>One mail from its original to a treatment whose results lie on disk; nothing is written to the database.</summary>
internal sealed class MailBench(MailShelf shelf, ContentStore store, MailTreatment treatment, GateOptions options)
{
    /// <param name="password">Typed by a person for what is locked in the mail, or null. It goes to the worker and nowhere else.</param>
    public async Task<Treatment> TreatAsync(Mail mail, string? password, CancellationToken ct)
    {
        var original = await shelf.BytesAsync(mail.OriginalObject, ct);
        return original.IsOk ? await treatment.RunAsync(mail.Id, original.Value, options.Policy.For(mail.SrcZone, mail.DstZone, mail.Sender), password, ct) : new Treatment(null, original.Refusals[0], false, [], TimeSpan.Zero);
    }

    /// <summary>Puts the output and the two texts on disk before the transaction that names them.</summary>
    public async Task<KeptBlobs> KeepAsync(Mail mail, Treatment result, CancellationToken ct)
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

using System.Text;
using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Platform;
using Sekisho.Platform.Workers;
using Sekisho.Policy.Library;
using Sekisho.Policy.Packs;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Exchange;

namespace Sekisho.Policy.Documents;

/// <summary>Takes a city's own text in: bytes decoded by a worker, parsed, checked against the pack, stored as the next edition.</summary>
public sealed class PolicyImporter(CommandRunner commands, PackLibrary packs, IWorkers workers)
{
    private const string CommandName = "policy.edition.import";

    /// <summary>The bytes of a file of unknown kind, as handed in by a person. They are opened in a worker only.</summary>
    /// <param name="target">The document; null for the policy of the pack.</param>
    public async Task<Result<ImportedEdition>> ImportFileAsync(Guid commandId, Actor actor, ReadOnlyMemory<byte> file, CancellationToken ct, EditionTarget? target = null)
    {
        if (file.Length > TextRefusals.LargestFile) return TextRefusals.TooLarge;
        if (file.IsEmpty) return TextRefusals.Empty;
        var reply = await workers.AskAsync(WorkerVerb.Text, new Dictionary<string, string>(StringComparer.Ordinal), file, ct);
        if (!reply.IsOk) return reply.As<ImportedEdition>();
        if (reply.Value.Output is not { } output) return TextRefusals.Find(reply.Value.Details.GetValueOrDefault(TextRefusals.StageDetail, "")) ?? TextRefusals.UnknownEncoding;
        var encoding = reply.Value.Details.GetValueOrDefault(TextRefusals.EncodingDetail, "");
        return await ImportTextAsync(commandId, actor, Encoding.UTF8.GetString(output.Bytes.Span), encoding[..Math.Min(encoding.Length, 20)], ct, target);
    }

    /// <summary>A text that is ours already (the demonstration city's), or came back from a worker.</summary>
    public async Task<Result<ImportedEdition>> ImportTextAsync(Guid commandId, Actor actor, string text, string encoding, CancellationToken ct, EditionTarget? target = null)
    {
        var parsed = PolicySource.Read(text);
        if (!parsed.IsOk) return parsed.As<ImportedEdition>();
        return await commands.RunAsync(commandId, CommandName, actor, (work, inner) => StoreAsync(work, parsed.Value, text, encoding, target, inner), ct);
    }

    /// <summary>The clauses and the text they can be read from again, as the next edition of a document.</summary>
    internal async Task<Result<ImportedEdition>> StoreAsync(UnitOfWork work, ParsedPolicy parsed, string text, string encoding, EditionTarget? target, CancellationToken ct)
    {
        if (await packs.AppliedAsync(work, ct) is not { } applied)
            return new Refusal("policy.import.no-pack", "この市のパックがまだ入っていません。", "先に市のパックを選んで始めてください。");
        var context = work.Context<DocumentsContext>();
        target ??= new EditionTarget(applied.DocumentId);
        if (await context.Documents.SingleOrDefaultAsync(d => d.Id == target.DocumentId, ct) is not { } document)
            return new Refusal("policy.import.document", "文書が見つかりません。", "文書の一覧から選び直してください。") { IsNotFound = true };
        var isPolicy = document.Id == applied.DocumentId;
        if (parsed.All.Count == 0) return ImportEdition.NoClauses;
        var before = await context.Editions.SingleOrDefaultAsync(e => e.DocumentId == document.Id && e.IsCurrent, ct);
        CarryOver? carried = null;
        if (isPolicy)
        {
            var followed = await EditionForce.FollowAsync(work, applied, target.IsRevision ? before : null, parsed, ct);
            if (!followed.IsOk) return followed.As<ImportedEdition>();
            (applied, carried) = followed.Value;
        }
        var digest = Digest.OfText(text).Hex;
        if (before is not null && before.TextSha256 == digest)
            return new Refusal("policy.import.same", $"第{before.Version}版と同じ条文です。", "改正した条文のファイルを選んでください。");
        if (before is not null && target.Publish && await Reviews.RevisionGate.CheckAsync(work, document, ct) is { } unanalysed) return unanalysed;
        var last = await context.Editions.Where(e => e.DocumentId == document.Id).MaxAsync(e => (int?)e.Version, ct) ?? 0;
        foreach (var waiting in await context.Waiting(document.Id).ToListAsync(ct)) waiting.PublicationState = EditionRow.Replaced;
        var edition = Edition(work, document, last + 1, applied, target, digest, text, encoding);
        context.Add(edition);
        await work.SaveAsync(ct); // the mapper does not know that clauses point to it
        context.AddRange(parsed.All.Select((c, i) => Row(edition.Id, i, c)));
        work.Audit("policy.edition.imported", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["document"] = document.Id, ["version"] = (long)edition.Version, ["clauses"] = (long)parsed.All.Count, ["digest"] = edition.TextSha256, ["encoding"] = edition.Encoding,
        });
        // A draft beside a text in force changes nothing but this row until it is published.
        if (before is { PublicationState: EditionRow.Published } && !target.Publish) EditionForce.List(work, edition, carried);
        else if (await EditionForce.EnterAsync(work, new(document, edition, before, isPolicy ? applied.Pack : null, parsed), carried, ct) is { } refused) return refused;
        if (before is not null && target.Publish) await Reviews.RevisionGate.ClosedByAsync(work, document.Id, edition.Version, ct);
        return new ImportedEdition(document.Id, edition.Version, parsed.All.Count, isPolicy ? applied.Pack.Obligations.Count : 0);
    }

    private static EditionRow Edition(UnitOfWork work, DocumentRow document, int version, AppliedPack applied, EditionTarget target, string digest, string text, string encoding)
    {
        var (enacted, effective) = document.Id == applied.DocumentId ? ImportEdition.Days(applied.Pack) : (null, null);
        return new EditionRow
        {
            Id = work.Ids.Next(),
            DocumentId = document.Id,
            Version = version,
            EnactedOn = target.EnactedOn ?? enacted,
            EffectiveOn = target.EffectiveOn ?? effective,
            Number = target.Number ?? (document.Id == applied.DocumentId ? applied.Pack.Document.Number : null),
            TextSha256 = digest,
            SourceText = text,
            Encoding = encoding,
            IsCurrent = false,
            ImportedAt = work.Now,
            PublicationState = target.Publish ? EditionRow.Published : EditionRow.Draft,
        };
    }

    private static ClauseRow Row(Guid edition, int position, Clause clause) => new()
    {
        EditionId = edition,
        Path = clause.Path.ToString(),
        Position = position,
        Level = clause.Level.Code(),
        PrintedLabel = clause.PrintedLabel,
        Caption = clause.Caption,
        Body = clause.Text,
        SentenceCount = clause.Sentences.Count,
    };
}
